package dev.gangway.onboarding.website;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches a web page from the public internet and from nowhere else: every address is checked before it is connected
 * to, the whole fetch has one time budget, and only a limited amount of HTML is read. Sends no cookies and no
 * credentials and uses no proxy.
 */
@Component
public class WebsiteFetcher {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_HEADER_LINE = 16_384;

    private final WebsiteProperties properties;
    private final AllowedHosts allowed;
    private final NameService names;

    @Autowired
    WebsiteFetcher(WebsiteProperties properties) {
        this(properties, InetAddress::getAllByName);
    }

    WebsiteFetcher(WebsiteProperties properties, NameService names) {
        this.properties = properties;
        this.allowed = AllowedHosts.of(properties.allowedHosts());
        this.names = names;
    }

    /** Fetches a page; answers within the configured time, whatever the other side does. */
    public FetchResult fetch(WebsiteUrl url) {
        PageFetch fetch = new PageFetch(client(), url, allowed, properties);
        FutureTask<FetchResult> task = new FutureTask<>(fetch);
        // A platform thread: looking a name up blocks in the operating system and would hold a carrier thread.
        Thread.ofPlatform().daemon().name("website-fetch").start(task);
        try {
            return task.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            return fetch.tooSlow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FetchResult.failed("stopped");
        } catch (ExecutionException surprise) {
            throw new IllegalStateException("Fetching " + url.host() + " failed", surprise.getCause());
        } finally {
            fetch.cancel();
        }
    }

    private CloseableHttpClient client() {
        Timeout budget = Timeout.of(properties.timeout());
        // Pooling although one connection is used at a time: the basic manager holds its lock while it connects, so
        // that
        // a stuck name server would hold up the cancelling thread as well.
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolver(names, allowed))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MAX_HEADERS)
                                .setMaxLineLength(MAX_HEADER_LINE)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(budget)
                        .setSocketTimeout(budget)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(budget)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(properties.userAgent())
                .setDefaultHeaders(List.of(
                        new BasicHeader(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml;q=0.9"),
                        new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "gzip")))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }
}
