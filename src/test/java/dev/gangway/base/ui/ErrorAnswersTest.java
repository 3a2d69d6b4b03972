package dev.gangway.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.api.ApiClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GangwayTest
class ErrorAnswersTest {

    private static final String NO_TEXT = "/admin/accounts?account=%ED%A0%80";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "en, en, The request could not be understood.",
        "de, de-CH, Die Anfrage war nicht zu verstehen.",
        "es, es, No se pudo entender la petición.",
        "en, fr, The request could not be understood.",
    })
    void aBrowserIsToldInWordsOfItsLanguage(String language, String accepted, String words) {
        HttpResponse<String> answer = get(NO_TEXT, "Accept", "text/html,*/*;q=0.8", "Accept-Language", accepted);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">", words, "<a href=\"/\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions?q=%ff", "/login?error=%ff", "/no/such;x/page", "/a%2Fb"})
    void noPageShowsWhatTheServerSaysByItself(String address) {
        HttpResponse<String> answer = get(address, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("The request could not be understood.")
                .doesNotContain("Whitelabel", "Tomcat", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        NO_TEXT + ", application/json",
        NO_TEXT + ", */*",
        "/api/accounts/a;b, text/html",
        "/api/accounts/x%2F..%2F, */*",
    })
    void aProgramIsToldByAProblem(String address, String accepted) {
        HttpResponse<String> answer = get(address, "Accept", accepted);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:gangway:problem:malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*"})
    void whoAsksForTheAddressOfErrorsFindsNothing(String accepted) {
        assertThat(get("/error", "Accept", accepted).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String address, String... headers) {
        return new ApiClient(port).send("GET", address, "", headers);
    }
}
