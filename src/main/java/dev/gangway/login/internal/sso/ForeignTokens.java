package dev.gangway.login.internal.sso;

import dev.gangway.account.Account;
import dev.gangway.account.SignOnOutcome;
import dev.gangway.account.SignedOnAccounts;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.login.Proofs;
import dev.gangway.login.SingleSignOnProperties;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Lets API callers in by tokens of the identity provider. The first use of a token is a log-in: it makes or refreshes
 * the account and begins a login session of the kind api, by which the token is known from then on. So it is listed, can
 * be ended like any other, and a token whose login session was ended is worth nothing, however long it would be good.
 */
@Component
public class ForeignTokens {

    private final SingleSignOnProperties properties;
    private final IssuerTokens tokens;
    private final ClaimsOfPerson claims;
    private final SignedOnAccounts accounts;
    private final LoginSessions loginSessions;
    private final Proofs proofs;

    ForeignTokens(
            SingleSignOnProperties properties,
            IssuerTokens tokens,
            ClaimsOfPerson claims,
            SignedOnAccounts accounts,
            LoginSessions loginSessions,
            Proofs proofs) {
        this.properties = properties;
        this.tokens = tokens;
        this.claims = claims;
        this.accounts = accounts;
        this.loginSessions = loginSessions;
        this.proofs = proofs;
    }

    /** Whether the text is one of the provider's tokens by its form; ours have no dots. */
    public boolean areLike(String token) {
        return properties.isOn()
                && token.chars().filter(letter -> letter == '.').count() == 2;
    }

    /**
     * Whom the token lets in; empty where it is not good, was ended, or the account may not log in.
     *
     * @throws IssuerAway where the provider's keys cannot be had
     */
    public Optional<KnownLogin> recognise(String token, Origin origin) {
        try {
            Jwt jwt = tokens.bearer(token);
            String signed = token.substring(0, token.lastIndexOf('.'));
            return loginSessions
                    .recogniseForeign(signed)
                    .or(() -> enter(jwt)
                            .flatMap(account -> loginSessions.beginForeign(
                                    account, signed, Objects.requireNonNull(jwt.getExpiresAt()), origin))
                            .map(known -> proved(known, jwt)));
        } catch (BadJwtException refused) {
            return Optional.empty();
        }
    }

    private KnownLogin proved(KnownLogin known, Jwt jwt) {
        Instant authenticated = jwt.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        proofs.noteProvider(known.session().id(), authenticated == null ? jwt.getIssuedAt() : authenticated);
        return known;
    }

    private Optional<Account> enter(Jwt jwt) {
        return accounts.enter(claims.read(jwt.getClaims(), jwt.getIssuedAt()))
                        instanceof SignOnOutcome.Accepted(Account account)
                ? Optional.of(account)
                : Optional.empty();
    }
}
