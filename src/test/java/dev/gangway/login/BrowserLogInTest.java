package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Log-ins on the page, as requests of a browser; each request without HTTP session stands for another replica. */
@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class BrowserLogInTest {

    private static final String PASSWORD = "quince ladder motet 41";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private String name = "";

    @BeforeEach
    void anAccount() {
        name = "browser-" + ids.next();
        accounts.create(NewAccount.named(name, Role.USER), PASSWORD);
    }

    @Test
    void theCookieAloneLetsInOnAnyReplicaAndAfterARestart() {
        String cookie = logIn(PASSWORD).orElseThrow();

        assertThat(get("/account", cookie).statusCode()).isEqualTo(200);
        assertThat(cookie).startsWith("gangway_login=");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer = post(PASSWORD);

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gangway_login="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=")
                .doesNotContain("Secure");
    }

    @Test
    void behindTlsTheCookieIsSecureAndTheBrowserStaysThere() {
        HttpResponse<String> answer = post(PASSWORD, "X-Forwarded-Proto", "https");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gangway_login="))
                .singleElement()
                .asString()
                .contains("Secure");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aWrongPasswordLeadsBackWithoutACookie() {
        HttpResponse<String> answer = post("not the password 77");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("gangway_login="));
    }

    @Test
    void whoIsThrottledIsToldSo() {
        for (int i = 0; i < 5; i++) {
            post("not the password 77");
        }

        assertThat(post(PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?throttled"));
    }

    @Test
    void aLoginSessionThatWasEndedElsewhereEndsHereAtOnce() {
        String cookie = logIn(PASSWORD).orElseThrow();
        jdbc.sql(
                        "update login_sessions set is_active = false where user_id = (select id from accounts where username = :n)")
                .param("n", name)
                .update();

        assertThat(get("/account", cookie).statusCode()).isEqualTo(302);
    }

    @Test
    void anExpiredOneLetsNobodyIn() {
        String cookie = logIn(PASSWORD).orElseThrow();
        jdbc.sql("""
                        update login_sessions
                        set created_at = now() - interval '2 days', last_activity = now() - interval '25 hours',
                            expires_at = now() - interval '1 hour'
                        where user_id = (select id from accounts where username = :n)
                        """).param("n", name).update();

        assertThat(get("/account", cookie).statusCode()).isEqualTo(302);
    }

    @Test
    void useProlongsToADayButNeverBeyondThirtyDays() {
        String cookie = logIn(PASSWORD).orElseThrow();
        jdbc.sql("""
                        update login_sessions
                        set created_at = now() - interval '29 days 12 hours', last_activity = now() - interval '1 hour',
                            expires_at = now() + interval '10 minutes'
                        where user_id = (select id from accounts where username = :n)
                        """).param("n", name).update();

        get("/account", cookie);

        assertThat(jdbc.sql("""
                        select expires_at = created_at + interval '30 days' from login_sessions
                        where user_id = (select id from accounts where username = :n)
                        """).param("n", name).query(Boolean.class).single()).isTrue();
    }

    @Test
    void aLogInThatAnotherSiteSendsIsRefused() {
        assertThat(post(PASSWORD, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    }

    @Test
    void neitherTokenNorPasswordGetsIntoTheLog(CapturedOutput output) {
        String cookie = logIn(PASSWORD).orElseThrow();
        get("/account", cookie);
        post("canary-password-9431");
        get("/no-such-page", cookie);

        assertThat(output.getAll())
                .doesNotContain(cookie.substring("gangway_login=".length()))
                .doesNotContain(PASSWORD)
                .doesNotContain("canary-password-9431");
    }

    @Test
    void pagesAreGuardedByTheirHeaders() {
        HttpResponse<String> page = get("/login", "");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self' 'nonce-", "frame-ancestors 'none'", "object-src 'none'")
                        .doesNotContain("script-src 'self' 'unsafe-inline'"));
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("<script initial=\"\">");
    }

    private Optional<String> logIn(String password) {
        return post(password).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("gangway_login="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst();
    }

    private HttpResponse<String> post(String password, String... headers) {
        String form = "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> get(String path, String cookie) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", cookie.isEmpty() ? "none=1" : cookie)
                .header("Accept", "text/html"));
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
