package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.base.Message;
import dev.gangway.onboarding.website.WebsiteAnalyzer.Analysed;
import dev.gangway.onboarding.website.WebsiteAnalyzer.NotAnalysed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WebsiteAnalyzerTest {

    private HttpServer server;
    private volatile String page = "";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aPageIsReadMeasuredAndAStyleProposedWithProgress() {
        page = "<title>Tea</title><p>" + "We grow tea in the hills and we love it. ".repeat(10) + "</p>";
        List<Integer> percents = new ArrayList<>();
        List<String> stages = new ArrayList<>();

        withAnalyzer(analyzer -> {
            WebsiteAnalyzer.Analysis result = analyzer.analyze(address(), (percent, stage) -> {
                percents.add(percent);
                stages.add(stage.key());
            });

            assertThat(result).isInstanceOfSatisfying(Analysed.class, analysed -> {
                assertThat(analysed.measurement().title()).isEqualTo("Tea");
                assertThat(analysed.measurement().wordCount()).isEqualTo(100);
                assertThat(analysed.proposal().tone().value().key()).isEqualTo("website.style.tone.confident");
            });
        });
        assertThat(percents).isSorted().endsWith(100);
        assertThat(stages)
                .containsExactly(
                        "website.stage.fetching",
                        "website.stage.measuring",
                        "website.stage.proposing",
                        "website.stage.done");
    }

    @Test
    void aPageOfScriptsOnlySaysSo() {
        page = "<div id=app></div><script>render()</script>";

        withAnalyzer(analyzer -> assertThat(analyzer.analyze(address(), (percent, stage) -> {}))
                .isEqualTo(new NotAnalysed(Message.of("website.analysis.no_text"))));
    }

    @Test
    void anAddressThatIsNotAllowedOrNotAnAddressSaysSo() {
        withAnalyzer(analyzer -> {
            assertThat(analyzer.analyze("http://10.0.0.1/", (percent, stage) -> {}))
                    .isEqualTo(new NotAnalysed(Message.of("website.fetch.not_public", "10.0.0.1")));
            assertThat(analyzer.analyze("ftp://example.org", (percent, stage) -> {}))
                    .isEqualTo(new NotAnalysed(Message.of("website.url.scheme", "ftp")));
        });
    }

    @Test
    void aWrongSettingStopsTheStart() {
        new ApplicationContextRunner()
                .withUserConfiguration(WebsiteConfiguration.class)
                .withPropertyValues("gangway.website.timeout=10m")
                .run(context -> assertThat(context).hasFailed());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void withAnalyzer(Consumer<WebsiteAnalyzer> test) {
        new ApplicationContextRunner()
                .withUserConfiguration(
                        WebsiteConfiguration.class,
                        WebsiteFetcher.class,
                        LanguageDetection.class,
                        TextMeasurement.class,
                        WebsiteAnalyzer.class)
                .withPropertyValues("gangway.website.allowed-hosts=127.0.0.1:"
                        + server.getAddress().getPort())
                .run(context -> test.accept(context.getBean(WebsiteAnalyzer.class)));
    }
}
