package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells the browser, whatever it answers, and what browsers tell about where a request comes from. */
@GangwayTest
class SecurityHeadersTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/account",
                "/no-such-page",
                "/styles.css",
                "/assets/gangway.svg",
                "/api/sessions/current",
                "/api/no-such-address",
                "/v3/api-docs",
                "/actuator/health",
                "/calendar/nothing.ics"
            })
    void everyAnswerIsGuarded(String path) {
        HttpResponse<String> answer = get(path, "X-Forwarded-Proto", "https");

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src '");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
        assertThat(answer.headers().map()).doesNotContainKeys("access-control-allow-origin", "server", "x-powered-by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/styles.css", "/v3/api-docs", "/swagger-ui/index.html", "/api/sessions/current"})
    void textNamesItsTypeAndItsCharacters(String path) {
        HttpResponse<String> answer = get(path);

        String type = header(answer, "Content-Type").toLowerCase(java.util.Locale.ROOT);
        if (type.contains("json")) {
            assertThat(type).matches("application/(problem\\+)?json(;.*)?"); // which is UTF-8 by its definition
        } else {
            assertThat(type.replace(" ", "")).endsWith(";charset=utf-8");
        }
    }

    @Test
    void aPageAllowsNoBaseButItsOwn() {
        assertThat(get("/login").body())
                .containsPattern(
                        "<base href=\"[^\"]*\">\\s*<meta http-equiv=\"Content-Security-Policy\" content=\"base-uri"
                                + " 'none'\">");
        assertThat(header(get("/api/sessions/current"), "Content-Security-Policy"))
                .contains("base-uri 'none'");
        assertThat(header(get("/styles.css"), "Content-Security-Policy")).contains("base-uri 'none'");
    }

    @Test
    void answersOfTheApiAreKeptByNobody() {
        assertThat(header(get("/api/sessions/current"), "Cache-Control")).contains("no-store");
    }

    @Test
    void theConnectionOfOpenPagesIsForOurOwnPagesOnly() {
        assertThatThrownBy(() -> connect("Origin", "https://elsewhere.example"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        assertThatThrownBy(this::connect).hasCauseInstanceOf(WebSocketHandshakeException.class);

        WebSocket ours = connect("Origin", "http://127.0.0.1:" + port);
        ours.abort();
    }

    @Test
    void aPasswordInAnAddressIsRefused() {
        HttpResponse<String> answer =
                send(request("/login?username=ada&password=canary").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private WebSocket connect(String... headers) throws CompletionException {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/VAADIN/push?v-r=push&v-uiId=0"),
                        new WebSocket.Listener() {})
                .join();
    }

    private static String header(HttpResponse<String> answer, String name) {
        List<String> values = answer.headers().allValues(name);
        assertThat(values).as(name).hasSize(1);
        return values.getFirst();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "*/*");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
