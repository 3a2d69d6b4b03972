package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as someone who is logged in, and holds every answer against the served description. */
@Component
class DescribedApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Accounts accounts;
    private final LoginSessions logins;
    private final Ids ids;

    DescribedApi(Accounts accounts, LoginSessions logins, Ids ids) {
        this.accounts = accounts;
        this.logins = logins;
        this.ids = ids;
    }

    /** Someone new with that role. */
    Someone someone(int port, Role role) {
        Account account =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("Caller-" + ids.next(), role))).account();
        String token = logins.begin(account, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();
        ApiClient http = new ApiClient(port);
        return new Someone(
                account, token, http, new Contract(http.get("/v3/api-docs").body()));
    }

    record Someone(Account account, String token, ApiClient http, Contract contract) {

        /** Calls with JSON, and holds status and answer against the description. */
        JsonNode call(int status, String method, String path, String body, Object... variables) {
            return call(status, method, path, body, Map.of("Content-Type", "application/json"), variables);
        }

        JsonNode call(
                int status, String method, String path, String body, Map<String, String> headers, Object... variables) {
            HttpResponse<String> answer = send(method, address(path, variables), body, headers);
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isEqualTo(status);
            contract.holds(method, path.replaceFirst("\\?.*", ""), answer);
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        }

        HttpResponse<String> send(String method, String address, String body, Map<String, String> headers) {
            List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
            headers.forEach((name, value) -> all.addAll(List.of(name, value)));
            return http.send(method, address, body, all.toArray(String[]::new));
        }

        private static String address(String path, Object... variables) {
            String address = path;
            for (Object variable : variables) {
                address = address.replaceFirst("\\{\\w+}", variable.toString());
            }
            return address;
        }
    }
}
