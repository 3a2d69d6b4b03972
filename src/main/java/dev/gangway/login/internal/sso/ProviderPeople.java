package dev.gangway.login.internal.sso;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Collects what the provider says about someone who logged in with a browser: in the ID token, at its address for that,
 * and, where neither tells the roles, in the access token (some providers put roles nowhere else by default).
 */
@Component
public class ProviderPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderPeople.class);

    private final ClaimsOfPerson claims;
    private final IssuerTokens tokens;
    private final OidcUserService people = new OidcUserService();

    ProviderPeople(ClaimsOfPerson claims, IssuerTokens tokens) {
        this.claims = claims;
        this.tokens = tokens;
        DefaultOAuth2UserService asked = new DefaultOAuth2UserService();
        asked.setRestOperations(ProviderHttp.template());
        people.setOauth2UserService(asked);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = Objects.requireNonNull(people.loadUser(request));
        if (!claims.lacksRoles(person.getClaims())) {
            return person;
        }
        try {
            Jwt access = tokens.signed(request.getAccessToken().getTokenValue());
            String root = claims.rootOfRoles(access.getClaims());
            Object said = access.getClaims().get(root);
            if (said != null && Objects.equals(person.getSubject(), access.getSubject())) {
                Map<String, Object> more = new LinkedHashMap<>(person.getClaims());
                more.put(root, said);
                return new DefaultOidcUser(person.getAuthorities(), person.getIdToken(), new OidcUserInfo(more));
            }
        } catch (BadJwtException opaque) {
            LOG.debug("The access token says nothing about roles", opaque);
        }
        return person;
    }
}
