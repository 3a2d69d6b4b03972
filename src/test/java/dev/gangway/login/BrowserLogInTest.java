package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
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
import java.util.EnumSet;
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
                .filteredOn(cookie -> cookie.startsWith("__Host-gangway_login="))
                .singleElement()
                .asString()
                .contains("Secure", "Path=/;")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void behindTlsEveryCookieIsOneOfThisHostAlone() {
        HttpResponse<String> answer = post(PASSWORD, "X-Forwarded-Proto", "https");
        String cookie = cookie(answer, "__Host-gangway_login").orElseThrow();
        String plain = cookie.substring("__Host-".length());
        HttpResponse<String> page = secure("/account", cookie);
        String pages = cookie(page, "__Host-JSESSIONID").orElseThrow();

        assertThat(page.headers().allValues("Set-Cookie"))
                .allSatisfy(
                        set -> assertThat(set).startsWith("__Host-").contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(secure("/account", cookie + "; " + pages).headers().allValues("Set-Cookie"))
                .as("the browser's pages are known by it")
                .isEmpty();
        assertThat(secure("/account", plain).statusCode())
                .as("a sibling host's cookie lets nobody in")
                .isEqualTo(302);
    }

    private HttpResponse<String> secure(String path, String cookies) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("X-Forwarded-Proto", "https"));
    }

    @Test
    void aWrongPasswordLeadsBackWithoutACookie() {
        HttpResponse<String> answer = post("not the password 77");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login?error"));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("gangway_login="));
    }

    @Test
    void aWrongPasswordIsCountedOnce() {
        for (int i = 0; i < 4; i++) {
            post("not the password 77");
        }

        assertThat(logIn(PASSWORD)).isPresent();
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
    void whatAnOpenPageAsksByItselfIsNoUse() {
        String cookie = logIn(PASSWORD).orElseThrow();
        String both = cookie + "; " + pages(get("/account", cookie)).orElseThrow();
        jdbc.sql("""
                        update login_sessions
                        set created_at = now() - interval '1 hour', last_activity = now() - interval '10 minutes'
                        where user_id = (select id from accounts where username = :n)
                        """).param("n", name).update();

        HttpResponse<String> heartbeat = send(HttpRequest.newBuilder(address("/?v-r=heartbeat&v-uiId=0"))
                .header("Cookie", both)
                .POST(BodyPublishers.noBody()));
        get("/?v-r=push&v-uiId=0", both);

        assertThat(heartbeat.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(wasJustUsed()).isFalse();
        get("/account", both);
        assertThat(wasJustUsed()).isTrue();
    }

    @Test
    void anotherLogInInTheSameBrowserEndsTheOneBefore() {
        String first = logIn(PASSWORD).orElseThrow();

        String second = cookie(post(PASSWORD, "Cookie", first)).orElseThrow();

        assertThat(get("/account", first).statusCode()).isEqualTo(302);
        assertThat(get("/account", second).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesThatAreOpenEndWhereARoleIsTaken() {
        UserId id = accounts.findByName(name).orElseThrow().id();
        accounts.changeRoles(id, EnumSet.of(Role.USER, Role.ADMIN));
        String cookie = logIn(PASSWORD).orElseThrow();
        String both = cookie + "; " + pages(get("/admin/accounts", cookie)).orElseThrow();
        assertThat(pages(get("/admin/accounts", both))).isEmpty();

        accounts.changeRoles(id, EnumSet.of(Role.USER));

        HttpResponse<String> deed = send(HttpRequest.newBuilder(address("/?v-r=uidl&v-uiId=0"))
                .header("Cookie", both)
                .POST(BodyPublishers.ofString("{}")));
        assertThat(deed.body()).contains("sessionExpired");
        assertThat(get("/account", cookie).statusCode()).isEqualTo(200);
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

    private boolean wasJustUsed() {
        return jdbc.sql("""
                        select last_activity > now() - interval '5 minutes' from login_sessions
                        where user_id = (select id from accounts where username = :n)
                        """).param("n", name).query(Boolean.class).single();
    }

    private Optional<String> logIn(String password) {
        return cookie(post(password));
    }

    private static Optional<String> cookie(HttpResponse<String> answer) {
        return cookie(answer, "gangway_login");
    }

    /** What ties requests to the open pages of a browser. */
    private static Optional<String> pages(HttpResponse<String> answer) {
        return cookie(answer, "JSESSIONID");
    }

    private static Optional<String> cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> post(String password, String... headers) {
        String form = "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> get(String path, String cookie) {
        return send(HttpRequest.newBuilder(address(path))
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
