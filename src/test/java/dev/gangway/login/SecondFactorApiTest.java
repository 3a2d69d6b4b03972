package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.AuthenticatorApp;
import dev.gangway.account.NewAccount;
import dev.gangway.account.PasswordLinks;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.login.sso.Replica;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Second factors, password links and proofs as programs meet them. */
@GangwayTest
class SecondFactorApiTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private Account ada = new Account(new UserId("nobody"), "nobody", null, Set.of(), true, false);

    @BeforeEach
    void anAccount() {
        ada = account(Role.USER);
    }

    @Test
    void aProgramSendsTheCodeWithThePassword() throws Exception {
        AuthenticatorApp.Known known = app.setUp(ada);

        HttpResponse<String> without = logIn(here(), null);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("urn:gangway:problem:second-factor-needed");
        HttpResponse<String> wrong = logIn(here(), "000000");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("wrong or was used before").doesNotContain("token\":");
        assertThat(logIn(here(), app.code(known.key())).statusCode()).isEqualTo(200);
        assertThat(logIn(here(), app.code(known.key())).statusCode())
                .as("the same code again")
                .isEqualTo(401);
    }

    @Test
    void whereASecondFactorIsRequiredWhoHasNoneGetsInNowhere() throws Exception {
        String token = token(ada);
        try (Replica strict = Replica.start(database, freePort(), "gangway.login.second-factor=required")) {
            HttpResponse<String> refused = logIn(strict.address(), null);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("urn:gangway:problem:second-factor-missing");
            assertThat(call(strict.address(), "GET", "/api/sessions/current", token, "")
                            .statusCode())
                    .isEqualTo(403);

            AuthenticatorApp.Known known = app.setUp(ada);
            assertThat(logIn(strict.address(), app.code(known.key())).statusCode())
                    .isEqualTo(200);
            assertThat(call(strict.address(), "GET", "/api/sessions/current", token, "")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatCannotBeUndoneNeedsALogInOfTheLastMinutes() throws Exception {
        String old = token(ada);
        String other = loginSessions
                .begin(ada, LoginKind.API, new Origin("192.0.2.7", null))
                .orElseThrow()
                .session()
                .id()
                .toString();
        aWhileAgo(ada);

        for (HttpResponse<String> refused : List.of(
                call(here(), "POST", "/api/sessions/invalidate-all", old, ""),
                call(here(), "DELETE", "/api/sessions/" + other, old, ""),
                call(here(), "DELETE", "/api/users/me", old, "{\"username\": \"" + ada.username() + "\"}"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("urn:gangway:problem:proof-needed");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_user_authentication\", max_age=\"600\"");
        }
        String fresh = token(ada);
        assertThat(call(here(), "DELETE", "/api/sessions/" + other, fresh, "").statusCode())
                .isEqualTo(204);
        assertThat(call(here(), "DELETE", "/api/sessions/current", old, "").statusCode())
                .as("logging out never needs a proof")
                .isEqualTo(204);
        assertThat(call(here(), "POST", "/api/sessions/invalidate-all", fresh, "")
                        .body())
                .isEqualTo("{\"count\":0}");
    }

    @Test
    void anAdministratorMakesALinkAndTakesALostFactorOff() throws Exception {
        Account chief = account(Role.ADMIN);
        String admin = token(chief);
        app.setUp(ada);
        String address = "/api/accounts/" + ada.id().value();

        HttpResponse<String> link = call(here(), "POST", address + "/password-link", admin, "");
        assertThat(link.statusCode()).isEqualTo(201);
        String url = JSON.readTree(link.body()).get("url").asString();
        assertThat(url).startsWith(here() + "/password#");
        assertThat(links.find(url.substring(url.indexOf('#') + 1))).isPresent();
        assertThat(link.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(call(here(), "POST", "/api/accounts/" + chief.id().value() + "/password-link", admin, "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(call(here(), "POST", "/api/accounts/unheard-of/password-link", admin, "")
                        .statusCode())
                .isEqualTo(404);

        assertThat(call(here(), "DELETE", address + "/second-factor", admin, "").statusCode())
                .isEqualTo(204);
        assertThat(call(here(), "DELETE", address + "/second-factor", admin, "").statusCode())
                .isEqualTo(404);
        assertThat(call(here(), "DELETE", "/api/accounts/" + chief.id().value() + "/second-factor", admin, "")
                        .statusCode())
                .isEqualTo(409);
        aWhileAgo(chief);
        assertThat(call(here(), "POST", address + "/password-link", admin, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void wherePasswordsAreOffTheyLetNobodyInAndNobodyStaysInByOne() throws Exception {
        String token = token(ada);
        try (Replica without = Replica.start(
                database,
                freePort(),
                "gangway.login.passwords=off",
                "gangway.sso.issuer=http://127.0.0.1:1",
                "gangway.sso.client-id=gangway-web")) {
            assertThat(logIn(without.address(), null).statusCode()).isEqualTo(401);
            assertThat(call(without.address(), "GET", "/api/sessions/current", token, "")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whereCalendarAddressesAreOffNoneIsMadeAndThoseOfBeforeLeadNowhere() throws Exception {
        String token = token(ada);
        String made = JSON.readTree(call(here(), "POST", "/api/v1/booking/calendar-feed", token, "")
                        .body())
                .get("address")
                .asString();
        String path = URI.create(made).getPath();
        assertThat(call(here(), "GET", path, "", "").statusCode()).isEqualTo(200);
        try (Replica without = Replica.start(database, freePort(), "gangway.calendar.addresses=off")) {
            assertThat(call(without.address(), "GET", path, "", "").statusCode())
                    .isEqualTo(404);
            assertThat(call(without.address(), "POST", "/api/v1/booking/calendar-feed", token, "")
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    @Test
    void passwordsCannotBeOffWhereThereIsNoOtherWayIn() {
        assertThatThrownBy(() -> Replica.start(database, freePort(), "gangway.login.passwords=off"))
                .hasRootCauseMessage(
                        "gangway.login.passwords = \"off\": needs gangway.sso.issuer and gangway.sso.client-id,"
                                + " because nobody could log in otherwise");
    }

    private Account account(Role role) {
        return ((AccountOutcome.Saved) accounts.create(NewAccount.named("two-" + ids.next(), role), PASSWORD))
                .account();
    }

    private String token(Account account) {
        return loginSessions
                .begin(account, LoginKind.API, new Origin("192.0.2.7", null))
                .orElseThrow()
                .token();
    }

    private void aWhileAgo(Account account) {
        jdbc.sql("update login_sessions set created_at = created_at - interval '1 hour' where user_id = :id")
                .param("id", account.id().value())
                .update();
    }

    private String here() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> logIn(String server, @Nullable String code) throws Exception {
        Map<String, String> body = new HashMap<>(Map.of("username", ada.username(), "password", PASSWORD));
        if (code != null) {
            body.put("code", code);
        }
        return call(server, "POST", "/api/auth/login", "", JSON.writeValueAsString(body));
    }

    private HttpResponse<String> call(String server, String method, String address, String token, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + address))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
