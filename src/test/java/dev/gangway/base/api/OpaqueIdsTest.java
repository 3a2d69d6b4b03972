package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Ids are opaque: whatever an identity provider calls a person, they are administered by it. */
@GangwayTest
class OpaqueIdsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "/a//b/",
                "a;b=c",
                "a%b",
                "a%2Fb",
                "a\\b",
                "a+b==",
                "https://idp.example.org/people?id=7#me",
                ".a./..b",
                "password-link/x",
            })
    void anAccountIsMadeReadChangedAndDisabledByItsId(String form) {
        String id = form + ids.next();
        String path = "/api/accounts/" + encoded(id);
        String body = "{\"username\": \"" + ids.next() + "\", \"roles\": [\"USER\"]}";

        assertThat(call(Role.ADMIN, "PUT", path, body).statusCode()).isEqualTo(201);
        HttpResponse<String> read = call(Role.ADMIN, "GET", path, "");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(read.body()).get("user_id").asString()).isEqualTo(id);
        assertThat(call(Role.ADMIN, "PUT", path, body).statusCode()).isEqualTo(200);
        assertThat(call(Role.ADMIN, "POST", path + "/password-link", "").statusCode())
                .isEqualTo(201);
        assertThat(call(Role.ADMIN, "DELETE", path, "").statusCode()).isEqualTo(204);
        for (Role other : new Role[] {Role.USER, Role.TRAINER}) {
            assertThat(call(other, "GET", path, "").statusCode()).isEqualTo(403);
            assertThat(call(other, "PUT", path, body).statusCode()).isEqualTo(403);
            assertThat(call(other, "POST", path + "/password-link", "").statusCode())
                    .isEqualTo(403);
        }
        assertThat(new ApiClient(port).get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/accounts/x%2F..%2F",
                "/api/accounts/x%2f..%2fy",
                "/api/accounts/..%2Fauth%2Flogin",
                "/api/accounts/%2E%2E/auth/login",
                "/api/accounts/x%5C..%5Cy",
                "/api/accounts/x/../y",
                "/api/accounts/..;/y",
                "/api/accounts/..%3B/y",
                "/api/accounts/x%2F.",
                "/api/accounts/x;y",
                "/api//accounts/x",
                "/api/accounts/x%0Ay",
                "/api;x/accounts/y",
                "/api/..%2Factuator/health",
                "/actuator%2Fhealth",
                "/v3/api-docs%2F..%2F..%2Factuator%2Finfo",
            })
    void anAddressThatStepsElsewhereIsRefusedInAProblem(String path) {
        HttpResponse<String> answer = call(Role.ADMIN, "GET", path, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth%2Flogin",
        "POST, /api/auth%5Clogin",
        "POST, /api/auth/login%3Bx",
        "GET, /api/accounts%2Fx",
        "GET, /api/x%2Fv3%2Fapi-docs",
    })
    void anEncodedSeparatorPartsNothing(String method, String path) {
        assertThat(new ApiClient(port).send(method, path, "").statusCode()).isEqualTo(401);
        assertThat(call(Role.ADMIN, method, path, "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> call(Role role, String method, String path, String body) {
        Account account =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("opaque-" + ids.next(), role))).account();
        String token = loginSessions
                .begin(account, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();
        return new ApiClient(port)
                .send(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
