package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.NewAccount;
import dev.gangway.account.PasswordChanges;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the log tells of what concerns security, with the account's id and nothing else about the person. */
@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class SecurityEventsTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final String WANTED = "violet anchors drift 88";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordChanges passwords;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    private Account ada = new Account(new UserId("nobody"), "nobody", null, Set.of(), true, false);

    @BeforeEach
    void someone() {
        AccountOutcome made = accounts.create(NewAccount.named("events-" + ids.next(), Role.USER), PASSWORD);
        ada = ((AccountOutcome.Saved) made).account();
    }

    @Test
    void logInsAreToldGoodAndBad(CapturedOutput output) {
        logIn(ada.username(), PASSWORD);
        logIn(ada.username(), "not the password 77");
        logIn("nobody-" + ids.next(), PASSWORD);
        for (int i = 0; i < 5; i++) {
            logIn(ada.username(), "not the password 77");
        }

        assertThat(events(output))
                .anySatisfy(line -> assertThat(line).contains("logged_in account=" + ada.id() + " kind=browser"))
                .anySatisfy(line -> assertThat(line).contains("password_refused account=" + ada.id() + " reason=wrong"))
                .anySatisfy(line -> assertThat(line).contains("password_refused reason=unknown"))
                .anySatisfy(line -> assertThat(line).contains("log_in_throttled way=password"))
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(ada.username(), PASSWORD, "not the password", "127.0.0.1", "Java-http-client"));
    }

    @Test
    void whoIsRefusedIsTold(CapturedOutput output) {
        String token = token();
        call("GET", "/api/accounts/" + ada.id(), token, "");
        call("GET", "/api/sessions/current", "made-up", "");
        get("/admin/accounts", logIn(ada.username(), PASSWORD));

        assertThat(events(output))
                .anySatisfy(line ->
                        assertThat(line).contains("access_refused to=api").contains("[" + ada.id() + "]"))
                .anySatisfy(line -> assertThat(line).contains("token_refused kind=own"));
    }

    @Test
    void whatNoPageOrProgramOfOursSendsIsTold(CapturedOutput output) {
        call("PUT", "/api/onboarding/steps/website", token(), "{\"data\": [");
        post("/login", "username=a&password=b", "Sec-Fetch-Site", "cross-site");

        assertThat(events(output))
                .anySatisfy(line -> assertThat(line).contains("input_refused reason=body"))
                .anySatisfy(line -> assertThat(line).contains("foreign_site_refused what=log_in"));
    }

    @Test
    void otherPasswordsAndEndsAreTold(CapturedOutput output) {
        String token = token();
        Caller caller = loginSessions.recognise(token).orElseThrow().caller();
        passwords.change(caller, PASSWORD, WANTED, "test-" + ids.next());
        call("DELETE", "/api/sessions/current", token, "");
        administration.put(
                new UserId("somebody else"),
                ada.id(),
                new AccountChange(ada.username(), null, Set.of(Role.USER), true, PASSWORD),
                ChangeBasis.newest());

        assertThat(events(output))
                .anySatisfy(line -> assertThat(line).contains("password_changed account=" + ada.id() + " by=owner"))
                .anySatisfy(
                        line -> assertThat(line).contains("password_changed account=" + ada.id() + " by=administrator"))
                .anySatisfy(line -> assertThat(line).contains("logged_out account=" + ada.id()));
    }

    private String token() {
        return loginSessions
                .begin(ada, LoginKind.API, new Origin("127.0.0.1", "test"))
                .orElseThrow()
                .token();
    }

    private static List<String> events(CapturedOutput output) {
        return Arrays.stream(output.getAll().split("\n"))
                .filter(line -> line.contains(" gangway.security "))
                .toList();
    }

    private String logIn(String name, String password) {
        HttpResponse<String> answer = post(
                "/login",
                "username=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8));
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(LoginSessions.COOKIE + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("none=1");
    }

    private HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private void get(String path, String cookie) {
        assertThat(send(request(path).header("Cookie", cookie).header("Accept", "text/html"))
                        .statusCode())
                .isEqualTo(404);
    }

    private void call(String method, String path, String token, String body) {
        send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
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
