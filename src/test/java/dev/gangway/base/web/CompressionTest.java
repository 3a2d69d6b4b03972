package dev.gangway.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GangwayTest
class CompressionTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/styles.css", "/aura/aura.css", "/VAADIN/static/push/vaadinPush-min.js", "/v3/api-docs"})
    void textsAreSentAtAThirdOfTheirSize(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> plain = get(path, "identity");
        HttpResponse<byte[]> compressed = get(path, "gzip");

        assertThat(plain.headers().map()).doesNotContainKey("content-encoding");
        assertThat(compressed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/fonts/instrument-sans-latin.woff2",
                "/assets/fonts/instrument-sans-latin-ext.woff2",
            })
    void fontsAreSentAsTheyAre(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> font = get(path, "gzip");

        assertThat(font.statusCode()).isEqualTo(200);
        assertThat(font.headers().firstValue("content-type")).contains("font/woff2");
        assertThat(font.headers().map()).doesNotContainKey("content-encoding");
    }

    private HttpResponse<byte[]> get(String path, String encoding) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
