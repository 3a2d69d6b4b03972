package dev.gangway.login.internal.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.login.SingleSignOnProperties;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.json.JsonMapper;

/** A provider that answers as each test wants it to. */
class IssuerTest {

    private static final String METADATA = "/.well-known/openid-configuration";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private RSAKey key;

    @BeforeEach
    void aProvider() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("the key").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.merge(path, 1, Integer::sum);
            String target = redirects.get(path);
            byte[] body = answers.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            if (target != null) {
                exchange.getResponseHeaders().add("Location", address() + target);
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        answers.put(METADATA, metadata(address()));
        answers.put("/keys", new JWKSet(key).toString());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void metadataThatItSendsForElsewhereIsNotFetchedThere() {
        answers.put("/elsewhere", metadata(address()));
        redirects.put(METADATA, "/elsewhere");

        assertThatThrownBy(() -> issuer().registration()).isInstanceOf(IssuerAway.class);
        assertThat(asked).containsKey(METADATA).doesNotContainKey("/elsewhere");
    }

    @Test
    void keysThatItSendsForElsewhereAreNotFetchedThere() throws Exception {
        answers.put("/elsewhere", new JWKSet(key).toString());
        redirects.put("/keys", "/elsewhere");
        String token = token("gangway");

        assertThatThrownBy(() -> tokens().bearer(token)).isInstanceOf(IssuerAway.class);
        assertThat(asked).containsKey("/keys").doesNotContainKey("/elsewhere");
    }

    @Test
    void metadataOfAnotherIssuerAreRefused() {
        answers.put(METADATA, metadata("https://login.example.org"));

        assertThatThrownBy(() -> issuer().registration())
                .isInstanceOf(IssuerAway.class)
                .hasMessageContaining("calls itself https://login.example.org");
    }

    @Test
    void anIdTokenForAnotherClientIsRefused() throws Exception {
        assertThat(tokens().id(token("gangway-web")).getSubject()).isEqualTo("ada");
        String others = token("another client");

        assertThatThrownBy(() -> tokens().id(others)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void signaturesByKeysThatAreTooShortCountForNothing() throws Exception {
        String token = token("gangway-web");
        SingleSignOnProperties strict = properties(3072);
        IssuerTokens tokens = new IssuerTokens(new Issuer(strict, Clock.systemUTC()), strict, Clock.systemUTC());

        assertThat(tokens().id(token).getSubject()).isEqualTo("ada");
        assertThatThrownBy(() -> tokens.id(token)).isInstanceOf(BadJwtException.class);
    }

    private String token(String audience) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("ada")
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private IssuerTokens tokens() {
        return new IssuerTokens(issuer(), properties(), Clock.systemUTC());
    }

    private Issuer issuer() {
        return new Issuer(properties(), Clock.systemUTC());
    }

    private SingleSignOnProperties properties() {
        return properties(2048);
    }

    private SingleSignOnProperties properties(int leastRsaBits) {
        return new SingleSignOnProperties(
                address(),
                "gangway-web",
                null,
                "Harbour",
                List.of("openid"),
                List.of("gangway"),
                null,
                leastRsaBits,
                "preferred_username",
                "roles",
                List.of());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String metadata(String issuer) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        address() + "/authorize",
                        "token_endpoint",
                        address() + "/token",
                        "jwks_uri",
                        address() + "/keys",
                        "subject_types_supported",
                        List.of("public"),
                        "response_types_supported",
                        List.of("code"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256")));
    }
}
