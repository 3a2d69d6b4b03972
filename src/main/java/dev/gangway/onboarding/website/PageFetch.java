package dev.gangway.onboarding.website;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One fetch: follows the redirects and checks each address before it is asked. Can be cancelled from another thread. */
final class PageFetch implements Callable<FetchResult> {

    private static final Logger LOG = LoggerFactory.getLogger(PageFetch.class);

    private final CloseableHttpClient client;
    private final WebsiteUrl start;
    private final AllowedHosts allowed;
    private final WebsiteProperties properties;
    private final PageReader reader;
    private final AtomicReference<@Nullable HttpGet> running = new AtomicReference<>();

    PageFetch(CloseableHttpClient client, WebsiteUrl start, AllowedHosts allowed, WebsiteProperties properties) {
        this.client = client;
        this.start = start;
        this.allowed = allowed;
        this.properties = properties;
        this.reader = new PageReader(properties.maxSize());
    }

    /** An answer on the way to the page. */
    private sealed interface Hop {}

    private record Onward(String location) implements Hop {}

    private record Arrived(FetchResult result) implements Hop {}

    @Override
    public FetchResult call() {
        WebsiteUrl url = start;
        for (int hops = 0; hops <= properties.maxRedirects(); hops++) {
            if (!properties.lists(url.host())) {
                return FetchResult.refused("not_listed", url.host());
            }
            if (!isPortAllowed(url)) {
                return FetchResult.refused("port", url.port());
            }
            switch (ask(url)) {
                case Arrived(FetchResult result) -> {
                    return result;
                }
                case Onward(String location) -> {
                    switch (next(url, location)) {
                        case WebsiteUrl.Valid(WebsiteUrl next) -> url = next;
                        case WebsiteUrl.Problem problem -> {
                            return FetchResult.refused("redirect_target");
                        }
                    }
                }
            }
        }
        return FetchResult.failed("too_many_redirects", properties.maxRedirects());
    }

    FetchResult tooSlow() {
        return FetchResult.failed(
                "too_slow", Math.toIntExact(properties.timeout().toSeconds()));
    }

    /** Cuts the connection at once, whatever it is doing. */
    void cancel() {
        HttpGet request = running.get();
        if (request != null) {
            request.cancel();
        }
        client.close(CloseMode.IMMEDIATE);
    }

    private Hop ask(WebsiteUrl url) {
        HttpGet request = new HttpGet(url.uri());
        running.set(request);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            return hop(url, response);
        } catch (NotPublicException notPublic) {
            return new Arrived(FetchResult.refused("not_public", url.host()));
        } catch (UnknownHostException unknown) {
            LOG.debug("Fetching {} failed", url.host(), unknown);
            return new Arrived(FetchResult.failed("unknown_host", url.host()));
        } catch (SocketTimeoutException tooSlow) {
            return new Arrived(tooSlow());
        } catch (SSLException insecure) {
            LOG.debug("Fetching {} failed", url.host(), insecure);
            return new Arrived(FetchResult.failed("tls", url.host()));
        } catch (IOException broken) {
            LOG.debug("Fetching {} failed", url.host(), broken);
            return new Arrived(FetchResult.failed("no_answer", url.host()));
        } finally {
            request.cancel();
        }
    }

    private Hop hop(WebsiteUrl url, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (status >= 300 && status < 400 && location != null && location.getValue() != null) {
            return new Onward(location.getValue());
        }
        return new Arrived(
                status >= 200 && status < 300
                        ? reader.read(url.uri(), response)
                        : FetchResult.failed("status", status));
    }

    private static WebsiteUrl.Parsed next(WebsiteUrl from, String location) {
        try {
            return WebsiteUrl.parse(
                    from.uri().resolve(encoded(location.strip())).toString());
        } catch (IllegalArgumentException noUri) {
            return WebsiteUrl.parse(location);
        }
    }

    /** Headers carry bytes; those that a URI may not contain are encoded, whatever character set they were meant in. */
    private static String encoded(String location) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < location.length(); i++) {
            char c = location.charAt(i);
            result.append(c > ' ' && c < 127 ? String.valueOf(c) : "%%%02X".formatted(c & 0xff));
        }
        return result.toString();
    }

    /** Only the web's own ports: others belong to services that a fetch must not be able to probe. */
    private boolean isPortAllowed(WebsiteUrl url) {
        int port = url.port();
        return port == (url.uri().getScheme().equals("https") ? 443 : 80) || allowed.permit(url.host(), port);
    }
}
