package dev.gangway.login.sso;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** A real authorization server (Spring's) on a loopback port, whose people every test makes for itself. */
public final class AuthorizationServer implements AutoCloseable {

    public static final String CLIENT = "gangway-web";
    public static final String SECRET = "a secret of the test";
    public static final String PASSWORD = "at the provider";

    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();
    private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final int port;
    private final int clientPort;

    /** One at the given port; a client may come back to any port of 127.0.0.1, and after a log-out to one only. */
    public AuthorizationServer(int port, int clientPort) throws Exception {
        this(port, clientPort, new RSAKeyGenerator(2048).keyID("the key").generate());
    }

    private AuthorizationServer(int port, int clientPort, RSAKey key) {
        this.port = port;
        this.clientPort = clientPort;
        this.key = key;
        context.registerBean(AuthorizationServer.class, () -> this);
        context.registerBean(
                RegisteredClientRepository.class, () -> new InMemoryRegisteredClientRepository(client(clientPort)));
        context.register(Parts.class);
        context.refresh();
    }

    /** Starts it anew, with the same people and key; nobody is logged in there any more. */
    public AuthorizationServer again() {
        close();
        AuthorizationServer again = new AuthorizationServer(port, clientPort, key);
        again.people.putAll(people);
        return again;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    public RSAKey key() {
        return key;
    }

    /** Someone who can log in there, and what is told about them; again for another story. */
    public void knows(String subject, Map<String, Object> claims) {
        people.put(subject, claims);
    }

    /** A token as the server would sign it, good for five minutes unless the claims say otherwise. */
    public String token(String subject, Map<String, Object> claims) {
        return token(key, subject, claims);
    }

    /** The same signed with another key. */
    public String token(RSAKey signer, String subject, Map<String, Object> claims) {
        return token(signer, "JWT", subject, claims);
    }

    /** The same of another type. */
    public String token(RSAKey signer, String type, String subject, Map<String, Object> claims) {
        Instant now = Instant.now();
        JwtClaimsSet set = JwtClaimsSet.builder()
                .issuer(issuer())
                .subject(subject)
                .audience(java.util.List.of("gangway"))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(5)))
                .id(UUID.nameUUIDFromBytes((subject + now).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .claims(all -> {
                    all.putAll(claims);
                    all.values().removeIf(""::equals);
                })
                .build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signer)))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).type(type).build(), set))
                .getTokenValue();
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient client(int port) {
        return RegisteredClient.withId(CLIENT)
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://127.0.0.1:" + port + "/login/sso/callback")
                .postLogoutRedirectUri("http://127.0.0.1:" + port + "/login")
                .scopes(scopes -> scopes.addAll(java.util.List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    /** Its parts; no component, so that only this context has them. */
    @EnableWebSecurity
    static class Parts {

        @Bean
        TomcatServletWebServerFactory web(AuthorizationServer server) {
            TomcatServletWebServerFactory web = new TomcatServletWebServerFactory(server.port);
            web.setAddress(InetAddress.getLoopbackAddress());
            // Cookies know no ports: with the usual name it would throw out the one of the pages.
            web.addInitializers(context -> context.getSessionCookieConfig().setName("provider"));
            return web;
        }

        /** Without any servlet Tomcat asks no filter either. */
        @Bean
        ServletRegistrationBean<HttpServlet> nothingElse() {
            return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        AuthorizationServerSettings settings(AuthorizationServer server) {
            return AuthorizationServerSettings.builder().issuer(server.issuer()).build();
        }

        @Bean
        UserDetailsService people(AuthorizationServer server) {
            return name -> {
                if (!server.people.containsKey(name)) {
                    throw new org.springframework.security.core.userdetails.UsernameNotFoundException(name);
                }
                return User.withUsername(name).password("{noop}" + PASSWORD).build();
            };
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(AuthorizationServer server) {
            return token -> server.people
                    .getOrDefault(token.getPrincipal().getName(), Map.of())
                    .forEach((name, value) -> token.getClaims().claim(name, value));
        }

        @Bean
        JWKSource<SecurityContext> keys(AuthorizationServer server) {
            return new ImmutableJWKSet<>(new JWKSet(server.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }
    }
}
