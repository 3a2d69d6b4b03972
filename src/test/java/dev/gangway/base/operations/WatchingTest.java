package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who run a server see of it without logging in. */
@GangwayTest
class WatchingTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"", "/liveness", "/readiness"})
    void healthIsOpenToEveryoneAndTellsNoDetails(String part) throws Exception {
        HttpResponse<String> answer = call("/actuator/health" + part, "one");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("details");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/prometheus", "/info", "/env", "/heapdump"})
    void nothingElseIs(String part) throws Exception {
        assertThat(call("/actuator" + part, "one").statusCode()).isNotEqualTo(200);
    }

    @Test
    void aRequestKeepsTheNameThatALoadBalancerGaveIt() throws Exception {
        assertThat(nameOf(call("/actuator/health", "balancer-7.42_a"))).isEqualTo("balancer-7.42_a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "\"},{\"level\":\"ERROR", "ä", ""})
    void aNameThatCouldForgeALineOfTheLogIsReplaced(String name) throws Exception {
        assertThat(nameOf(call("/actuator/health", name))).matches("[0-9a-f-]{36}");
    }

    private static String nameOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private HttpResponse<String> call(String path, String name) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("X-Request-Id", name)
                        .build(),
                BodyHandlers.ofString());
    }
}
