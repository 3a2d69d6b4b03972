package dev.gangway.login.internal.sso;

import dev.gangway.login.SingleSignOnProperties;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * What the identity provider tells about itself, asked for when it is first needed and kept from then on, so that one
 * that is away stops neither the start nor other ways to log in.
 */
@Component
public class Issuer implements ClientRegistrationRepository {

    /** Names the one provider in the addresses of the log-in. */
    static final String ID = "sso";

    static final String REDIRECT_PATH = "/login/sso/callback";

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    /** One that did not answer is not asked again by every request that waits. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SingleSignOnProperties properties;
    private final Clock clock;
    private final RestTemplate http = ProviderHttp.template();
    private @Nullable ClientRegistration registration;
    private @Nullable IssuerAway failure;
    private Instant askAgain = Instant.MIN;

    Issuer(SingleSignOnProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    String name() {
        return Objects.requireNonNull(properties.issuer());
    }

    /**
     * How we are registered there.
     *
     * @throws IssuerAway where it does not answer
     */
    synchronized ClientRegistration registration() {
        if (registration != null) {
            return registration;
        }
        if (failure != null && clock.instant().isBefore(askAgain)) {
            throw new IssuerAway("The identity provider did not answer a moment ago", failure);
        }
        try {
            registration = register(Objects.requireNonNull(ask()));
            failure = null;
            return registration;
        } catch (RestClientException | IllegalArgumentException | IllegalStateException | NullPointerException away) {
            failure =
                    new IssuerAway("The identity provider " + name() + " cannot be asked: " + away.getMessage(), away);
            askAgain = clock.instant().plus(PAUSE);
            throw failure;
        }
    }

    /** Where it logs people out, where it offers that. */
    Optional<URI> endOfSession() {
        return Optional.ofNullable(registration()
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint"))
                .map(address -> URI.create(address.toString()));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    private @Nullable Map<String, Object> ask() {
        String base = name().endsWith("/") ? name().substring(0, name().length() - 1) : name();
        return http.exchange(
                        org.springframework.http.RequestEntity.get(
                                        URI.create(base + "/.well-known/openid-configuration"))
                                .build(),
                        METADATA)
                .getBody();
    }

    private ClientRegistration register(Map<String, Object> metadata) {
        if (!name().equals(metadata.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + metadata.get("issuer"));
        }
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(Objects.requireNonNullElse(properties.clientId(), "none"))
                .clientName(properties.name())
                .scope(properties.scopes())
                .redirectUri("{baseUrl}" + REDIRECT_PATH);
        if (properties.clientSecret() == null) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(properties.clientSecret().reveal());
        }
        return builder.build();
    }
}
