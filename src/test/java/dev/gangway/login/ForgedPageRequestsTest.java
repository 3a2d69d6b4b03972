package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests in the pages' own protocol, written by hand as no page of ours sends them. */
@GangwayTest
class ForgedPageRequestsTest {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\\s*\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("\"v-uiId\":\\s*(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    private String login = "";
    private String pages = "";
    private String key = "";
    private String page = "";

    @BeforeEach
    void someoneHasAPageOpen() {
        login = newLogin();
        pages = send(request("/account", login)).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String opened = send(request("/?v-r=init&location=account&query=", login + "; " + pages))
                .body();
        key = found(KEY, opened);
        page = found(PAGE, opened);
    }

    @Test
    void thePageItselfGetsItsContent() {
        assertThat(navigate(login, key, "account")).contains("Where you are logged in");
    }

    @Test
    void aRequestWithoutThePagesTokenDoesNothing() {
        assertThat(navigate(login, "00000000-0000-0000-0000-000000000000", "account"))
                .doesNotContain("Where you are logged in");
    }

    @Test
    void aPageThatTheRolesDoNotAllowIsNotThere() {
        assertThat(navigate(login, key, "admin/accounts"))
                .contains("There is no such page")
                .doesNotContain("Everyone who can log in");
    }

    @Test
    void anotherPersonDoesNothingOnThePage() {
        assertThat(navigate(newLogin(), key, "account"))
                .contains("sessionExpired")
                .doesNotContain("Where you are logged in");
    }

    @Test
    void nobodyDoesNothingOnThePage() {
        assertThat(navigate("none=1", key, "account")).doesNotContain("Where you are logged in");
    }

    private String navigate(String who, String token, String route) {
        String body = """
                {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
                 "event": "ui-navigate", "data": {"route": "%s", "query": "", "appShellTitle": "",
                 "historyState": {"idx": 0}, "trigger": ""}}]}
                """.formatted(token, route);
        return send(request("/?v-r=uidl&v-uiId=" + page, who + "; " + pages)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body)))
                .body();
    }

    private String newLogin() {
        AccountOutcome made = accounts.create(NewAccount.named("forged-" + ids.next(), Role.USER));
        Account account = ((AccountOutcome.Saved) made).account();
        return LoginSessions.COOKIE + "="
                + loginSessions
                        .begin(account, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                        .orElseThrow()
                        .token();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path, String cookies) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", cookies)
                .header("Accept-Language", "en")
                .header("Accept", "text/html, */*");
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
