package dev.gangway.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.problem.WebProblems;
import dev.gangway.login.sso.Replica;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class PlainHttpTest {

    private static final String WARNING = "Requests come without TLS";

    @Autowired
    private DataSource database;

    @Autowired
    private WebProblems problems;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whatComesWithoutTlsIsRefusedWhereItIsRequired() throws Exception {
        try (Replica strict = Replica.start(database, freePort(), "gangway.transport.tls-required=true")) {
            for (String path : new String[] {"/login", "/api/sessions/current", "/styles.css"}) {
                HttpResponse<String> refused = get(strict.address() + path, "http");
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("urn:gangway:problem:tls-required");
                assertThat(refused.headers().firstValue("Content-Security-Policy"))
                        .isPresent();
            }
            assertThat(get(strict.address() + "/actuator/health", "http").statusCode())
                    .isEqualTo(200);
            assertThat(get(strict.address() + "/login", "https").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatIsNoDemonstrationWarnsOnce(CapturedOutput output) throws Exception {
        PlainHttpFilter filter = new PlainHttpFilter(new TransportProperties(false), () -> false, problems);
        for (int i = 0; i < 2; i++) {
            MockFilterChain chain = new MockFilterChain();
            filter.doFilter(new MockHttpServletRequest("GET", "/login"), new MockHttpServletResponse(), chain);
            assertThat(chain.getRequest()).as("it goes on").isNotNull();
        }

        assertThat(output.getAll().split(WARNING, -1)).hasSize(2);
    }

    @Test
    void aDemonstrationDoesNotWarn(CapturedOutput output) throws Exception {
        new PlainHttpFilter(new TransportProperties(false), () -> true, problems)
                .doFilter(
                        new MockHttpServletRequest("GET", "/login"),
                        new MockHttpServletResponse(),
                        new MockFilterChain());

        assertThat(output.getAll()).doesNotContain(WARNING);
    }

    private HttpResponse<String> get(String address, String protocol) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("X-Forwarded-Proto", protocol)
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
