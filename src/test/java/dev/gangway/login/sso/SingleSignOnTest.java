package dev.gangway.login.sso;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Log-ins at a real authorization server, on a replica that is configured for it. */
@GangwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleSignOnTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Accounts accounts;

    @Autowired
    private LogIns logIns;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private Replica replica;
    private AuthorizationServer provider;
    private int whileAway;
    private String pageWhileAway = "";
    private boolean passwordWhileAway;
    private String subject = "";

    @BeforeAll
    void theProviderComesLaterThanTheServer() throws Exception {
        int providerPort = freePort();
        port = freePort();
        replica = start(providerPort);
        String name = "away-" + ids.next();
        accounts.create(NewAccount.named(name, Role.USER), PASSWORD);
        Surfer surfer = new Surfer("http://127.0.0.1:" + providerPort, name);
        whileAway = current("a.b.c").statusCode();
        pageWhileAway = surfer.goUntil(replica.address() + "/login/sso", replica.address() + "/login?");
        surfer.logIn(replica.address(), name, PASSWORD);
        passwordWhileAway = surfer.cookie("gangway_login").isPresent();
        provider = new AuthorizationServer(providerPort, port);
        Awaitility.await("the provider is asked again")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Surfer.target(surfer.get(replica.address() + "/login/sso"))
                        .filter(to -> to.startsWith(provider.issuer()))
                        .isPresent());
    }

    @AfterAll
    void stop() {
        replica.close();
        provider.close();
    }

    @BeforeEach
    void someone() {
        subject = "user_" + ids.next().toString().replace("-", "");
        provider.knows(subject, Map.of());
    }

    @Test
    void aProviderThatIsAwayStopsNeitherTheStartNorPasswords() {
        assertThat(passwordWhileAway).isTrue();
        assertThat(pageWhileAway).endsWith("/login?sso_unavailable");
        assertThat(whileAway).isEqualTo(503);
    }

    @Test
    void whoLogsInAtTheProviderHasAnAccountWithTheirSubject() {
        String email = subject + "@example.org";
        provider.knows(
                subject,
                Map.of(
                        "preferred_username",
                        "ada " + subject,
                        "email",
                        email,
                        "roles",
                        List.of("trainer", "unheard-of")));
        Surfer ada = new Surfer(provider.issuer(), subject);

        HttpResponse<String> page = ada.go(replica.address() + "/login/sso");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(ada.cookie("gangway_login")).isPresent();
        assertThat(ada.cookie("gangway_sso_")).isPresent(); // the hint for the log-out alone
        Account account = accounts.find(new UserId(subject)).orElseThrow();
        assertThat(account.username()).isEqualTo("ada " + subject);
        assertThat(account.email()).isEqualTo(email);
        assertThat(account.roles()).containsExactly(Role.TRAINER);
        assertThat(account.hasPassword()).isFalse();
        assertThat(jdbc.sql("select kind from login_sessions where user_id = :id and is_active")
                        .param("id", subject)
                        .query(String.class)
                        .list())
                .containsExactly("browser");
    }

    @Test
    void thePersonIsLedToThePageTheyWanted() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        ada.get(replica.address() + "/account");

        String callback = ada.goUntil(replica.address() + "/login/sso", replica.address() + "/login/sso/callback");

        assertThat(Surfer.target(ada.get(callback))).contains(replica.address() + "/account");
    }

    @Test
    void rolesFollowTheProviderAtEachLogIn() {
        provider.knows(subject, Map.of("roles", List.of("ADMIN", "USER")));
        new Surfer(provider.issuer(), subject).go(replica.address() + "/login/sso");
        assertThat(roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.USER);

        provider.knows(subject, Map.of("roles", List.of()));
        new Surfer(provider.issuer(), subject).go(replica.address() + "/login/sso");

        assertThat(roles()).containsExactly(Role.USER);
    }

    @Test
    void aDisabledAccountStaysOut() {
        new Surfer(provider.issuer(), subject).go(replica.address() + "/login/sso");
        jdbc.sql("update accounts set enabled = false where id = :id")
                .param("id", subject)
                .update();
        Surfer ada = new Surfer(provider.issuer(), subject);

        HttpResponse<String> page = ada.go(replica.address() + "/login/sso");

        assertThat(page.uri()).hasToString(replica.address() + "/login?sso_disabled");
        assertThat(ada.cookie("gangway_login")).isEmpty();
        assertThat(current(provider.token(subject, Map.of())).statusCode()).isEqualTo(401);
    }

    @Test
    void aNameThatIsTakenGivesNobodyElsesAccount() {
        String name = "admin-" + ids.next();
        accounts.create(NewAccount.named(name, Role.ADMIN), PASSWORD);
        provider.knows(subject, Map.of("preferred_username", name.toUpperCase(java.util.Locale.ROOT)));

        new Surfer(provider.issuer(), subject).go(replica.address() + "/login/sso");

        Account account = accounts.find(new UserId(subject)).orElseThrow();
        assertThat(account.username()).isEqualTo(subject);
        assertThat(account.roles()).containsExactly(Role.USER);
        assertThat(logIns.check(name, PASSWORD, "test-" + ids.next())).isInstanceOf(LogInOutcome.Accepted.class);
    }

    @Test
    void anIdOfAnAccountWithAPasswordIsNotGivenAway() {
        String name = "local-" + ids.next();
        accounts.create(new NewAccount(new UserId(subject), name, null, java.util.Set.of(Role.ADMIN)), PASSWORD);
        Surfer mallory = new Surfer(provider.issuer(), subject);

        HttpResponse<String> page = mallory.go(replica.address() + "/login/sso");

        assertThat(page.uri()).hasToString(replica.address() + "/login?sso_foreign");
        assertThat(mallory.cookie("gangway_login")).isEmpty();
        assertThat(current(provider.token(subject, Map.of())).statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatAnImportMadeIsThePersonsOwn() {
        subject = testAccounts.user().value();
        provider.knows(subject, Map.of());
        Surfer ada = new Surfer(provider.issuer(), subject);

        ada.go(replica.address() + "/login/sso");

        assertThat(ada.cookie("gangway_login")).isPresent();
    }

    @Test
    void aLogInGoesOnWhereAnotherServerTakesOver() throws Exception {
        Surfer ada = new Surfer(provider.issuer(), subject);
        ada.get(replica.address() + "/account");
        String atProvider =
                Surfer.target(ada.get(replica.address() + "/login/sso")).orElseThrow();
        replica.close();
        replica = start(URI.create(provider.issuer()).getPort());
        provider = provider.again(); // shares with the server what Spring Security keeps once for a JVM

        String callback = ada.goUntil(atProvider, replica.address() + "/login/sso/callback");

        assertThat(Surfer.target(ada.get(callback))).contains(replica.address() + "/account");
        assertThat(ada.get(replica.address() + "/account").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerOfTheProviderIsGoodOnceAndForTheBrowserThatAsked() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        String callback = ada.goUntil(replica.address() + "/login/sso", replica.address() + "/login/sso/callback");
        String late = replica.address() + "/login?sso_late";

        assertThat(new Surfer(provider.issuer(), subject).go(callback).uri()).hasToString(late);
        assertThat(ada.go(callback.replace("state=", "state=x")).uri()).hasToString(late);
        assertThat(ada.go(callback).statusCode()).isEqualTo(200);
        ada.forget("gangway_login");
        assertThat(ada.go(callback).uri()).hasToString(late);
        assertThat(ada.cookie("gangway_login")).isEmpty();
    }

    @Test
    void severalTabsMayLogInAtOnce() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        String first = ada.goUntil(replica.address() + "/login/sso", replica.address() + "/login/sso/callback");
        String second = ada.goUntil(replica.address() + "/login/sso", replica.address() + "/login/sso/callback");

        assertThat(ada.go(first).statusCode()).isEqualTo(200);
        assertThat(ada.go(second).statusCode()).isEqualTo(200);
    }

    @Test
    void whoDeclinesAtTheProviderIsToldSo() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        String callback = ada.goUntil(replica.address() + "/login/sso", replica.address() + "/login/sso/callback");

        assertThat(ada.go(callback.replaceFirst("code=[^&]*", "error=access_denied"))
                        .uri())
                .hasToString(replica.address() + "/login?sso_cancelled");
    }

    @Test
    void theRequestCarriesAProofKeyAndANonceAndItsCookieIsGuarded() {
        HttpResponse<String> start = new Surfer(provider.issuer(), subject).get(replica.address() + "/login/sso");

        assertThat(Surfer.target(start).orElseThrow())
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "response_type=code");
        assertThat(start.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("gangway_sso_"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/;", "Max-Age=600");
    }

    @Test
    void anIdTokenOfAnotherLogInIsRefused() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        String asked = Surfer.target(ada.get(replica.address() + "/login/sso")).orElseThrow();

        String callback = ada.goUntil(
                asked.replaceAll("nonce=[^&]*", "nonce=of-another-log-in"), replica.address() + "/login/sso/callback");

        assertThat(Surfer.target(ada.get(callback))).contains(replica.address() + "/login?sso_failed");
        assertThat(ada.cookie("gangway_login")).isEmpty();
    }

    @Test
    void anotherSiteCannotBeginALogIn() throws Exception {
        for (String site : List.of("cross-site", "same-site")) {
            assertThat(Surfer.target(startFrom(site))).contains(replica.address() + "/login");
        }
        for (String site : List.of("same-origin", "none")) {
            assertThat(Surfer.target(startFrom(site)))
                    .hasValueSatisfying(to -> assertThat(to).startsWith(provider.issuer()));
        }
    }

    private HttpResponse<String> startFrom(String site) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(replica.address() + "/login/sso"))
                        .header("Sec-Fetch-Site", site)
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void behindAProxyWithTlsThePersonComesBackByHttps() throws Exception {
        HttpResponse<String> start = http.send(
                HttpRequest.newBuilder(URI.create(replica.address() + "/login/sso"))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Port", "443")
                        .build(),
                BodyHandlers.ofString());

        assertThat(Surfer.target(start).orElseThrow()).contains("redirect_uri=https://127.0.0.1/login/sso/callback");
        assertThat(start.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie ->
                        assertThat(cookie).startsWith("__Host-gangway_sso_").contains("; Secure"));
    }

    @Test
    void afterLoggingOutHereTheProviderLogsOutToo() {
        Surfer ada = new Surfer(provider.issuer(), subject);
        ada.go(replica.address() + "/login/sso");
        assertThat(Surfer.target(ada.get(replica.address() + "/logout/sso"))).contains(replica.address() + "/");
        ada.forget("gangway_login");

        String next = Surfer.target(ada.get(replica.address() + "/logout/sso")).orElseThrow();

        assertThat(next)
                .startsWith(provider.issuer() + "/connect/logout?id_token_hint=")
                .contains("client_id=" + AuthorizationServer.CLIENT);
        assertThat(Surfer.target(ada.get(next))).contains(replica.address() + "/login");
        assertThat(ada.cookie("gangway_sso_")).isEmpty();
        assertThat(Surfer.target(ada.get(replica.address() + "/logout/sso"))).contains(replica.address() + "/login");
    }

    @Test
    void theLogInPageHasAButton() {
        assertThat(new Surfer(provider.issuer(), subject)
                        .get(replica.address() + "/login")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenOfTheProviderIsALogInOfItsOwn() {
        String token = provider.token(subject, Map.of("roles", List.of("ADMIN")));

        JsonNode first = json(current(token));
        JsonNode again = json(current(token));
        JsonNode other = json(current(provider.token(subject, Map.of("roles", List.of("ADMIN"), "x", 1))));

        assertThat(first.get("user_id").asString()).isEqualTo(subject);
        assertThat(first.get("kind").asString()).isEqualTo("api");
        assertThat(first.get("onboarding_step").asString()).isEqualTo("api_keys");
        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(other.get("id")).isNotEqualTo(first.get("id"));
        assertThat(Instant.parse(first.get("expires_at").asString()))
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(301));
        assertThat(roles()).containsExactly(Role.ADMIN);
        assertThat(call("POST", "/api/onboarding/cleanup?preview=true", token).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAccessTokenThatSaysSoIsTaken() {
        assertThat(current(provider.token(provider.key(), "at+jwt", subject, Map.of()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenWhoseLoginSessionWasEndedStaysOut() {
        String token = provider.token(subject, Map.of());
        assertThat(current(token).statusCode()).isEqualTo(200);

        assertThat(call("DELETE", "/api/sessions/current", token).statusCode()).isEqualTo(204);

        assertThat(current(token).statusCode()).isEqualTo(401);
        assertThat(current(withOtherLastBits(token)).statusCode()).isEqualTo(401);
        assertThat(current(token.substring(0, token.lastIndexOf('.'))).statusCode())
                .isEqualTo(401);
        assertThat(current(provider.token(subject, Map.of("x", 2))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOlderTokenBringsNoOldRolesBack() {
        Instant early = Instant.now().minusSeconds(60);
        assertThat(current(provider.token(subject, Map.of("roles", List.of("user"))))
                        .statusCode())
                .isEqualTo(200);

        current(provider.token(subject, Map.of("roles", List.of("admin"), "iat", early)));

        assertThat(roles()).containsExactly(Role.USER);
    }

    @Test
    void manyFirstUsesAtOnceMakeOneAccountAndOneLoginSession() throws Exception {
        String token = provider.token(subject, Map.of());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> uses =
                    java.util.Collections.nCopies(8, () -> current(token).statusCode());
            for (Future<Integer> use : threads.invokeAll(uses)) {
                assertThat(use.get()).isEqualTo(200);
            }
        }

        assertThat(jdbc.sql("select count(*) from login_sessions where user_id = :id")
                        .param("id", subject)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void tokensThatAreNotForUsOrNotGoodAreRefused() throws Exception {
        RSAKey stranger =
                new RSAKeyGenerator(2048).keyID(provider.key().getKeyID()).generate();
        assertRefused("for others", provider.token(subject, Map.of("aud", List.of("elsewhere"))));
        assertRefused("for nobody", provider.token(subject, Map.of("aud", "")));
        assertRefused("of another issuer", provider.token(subject, Map.of("iss", "https://evil.example.org")));
        assertRefused(
                "expired",
                provider.token(
                        subject,
                        Map.of(
                                "iat",
                                Instant.now().minusSeconds(600),
                                "exp",
                                Instant.now().minusSeconds(300))));
        assertRefused("of no end", provider.token(subject, Map.of("exp", "")));
        assertRefused(
                "of tomorrow",
                provider.token(subject, Map.of("nbf", Instant.now().plusSeconds(3600))));
        assertRefused("of nobody", provider.token(subject, Map.of("sub", "")));
        assertRefused("of someone endless", provider.token(subject, Map.of("sub", "x".repeat(256))));
        assertRefused(
                "an ID token that is for the API too",
                provider.token(subject, Map.of("aud", List.of("gangway", AuthorizationServer.CLIENT))));
        assertRefused("an ID token by its claims", provider.token(subject, Map.of("nonce", "n", "at_hash", "h")));
        assertRefused("an ID token by its name", provider.token(subject, Map.of("typ", "ID")));
        assertRefused("for logging out", provider.token(provider.key(), "logout+jwt", subject, Map.of("sid", "s")));
        assertRefused("signed by a stranger", provider.token(stranger, subject, Map.of()));
        assertRefused("not signed", new PlainJWT(claims()).serialize());
        SignedJWT mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        mac.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
        assertRefused("signed with the public key as a shared secret", mac.serialize());
        assertThat(accounts.find(new UserId(subject))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"})
    void whatOnlyLooksLikeATokenIsRefused(String token) {
        assertThat(current(token).statusCode()).isEqualTo(401);
    }

    @Test
    void whoMustProveWhoTheyAreLogsInAnewAtTheProvider() {
        provider.knows(
                subject, Map.of("auth_time", Instant.now().minusSeconds(3600).getEpochSecond()));
        Surfer ada = new Surfer(provider.issuer(), subject);
        ada.go(replica.address() + "/login/sso");
        assertThat(minutesSinceProof()).as("what the provider says").isBetween(59, 61);

        String asked =
                Surfer.target(ada.get(replica.address() + "/login/sso?again")).orElseThrow();
        assertThat(asked).startsWith(provider.issuer()).contains("prompt=login", "max_age=0");
        provider.knows(subject, Map.of("auth_time", Instant.now().getEpochSecond()));
        assertThat(ada.goUntil(asked, replica.address() + "/account")).endsWith("/account");

        assertThat(minutesSinceProof()).isBetween(-1, 1);
    }

    /** Of the newest login session. */
    private int minutesSinceProof() {
        return jdbc.sql("""
            select extract(epoch from now() - proved_at)::int / 60 from login_sessions
            where user_id = :id order by created_at desc limit 1
            """).param("id", subject).query(Integer.class).single();
    }

    private Replica start(int providerPort) throws Exception {
        return Replica.start(
                database,
                port,
                "gangway.sso.issuer=http://127.0.0.1:" + providerPort,
                "gangway.sso.client-id=" + AuthorizationServer.CLIENT,
                "gangway.sso.client-secret=" + AuthorizationServer.SECRET,
                "gangway.sso.name=Harbour");
    }

    private java.util.Set<Role> roles() {
        return accounts.find(new UserId(subject)).orElseThrow().roles();
    }

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject(subject)
                .audience("gangway")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .build();
    }

    private void assertRefused(String what, String token) {
        HttpResponse<String> answer = current(token);
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
        assertThat(answer.body()).as(what).doesNotContain("jwt", "Jwt", "signature");
    }

    /** The last letter of a signature has bits that mean nothing: another text, the same token. */
    private static String withOtherLastBits(String token) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = letters.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + letters.charAt(last ^ 1);
    }

    private HttpResponse<String> current(String token) {
        return call("GET", "/api/sessions/current", token);
    }

    private HttpResponse<String> call(String method, String path, String token) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(replica.address() + path))
                            .header("Authorization", "Bearer " + token)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
