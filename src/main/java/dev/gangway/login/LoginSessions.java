package dev.gangway.login;

import dev.gangway.account.Account;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.PasswordMark;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.base.security.Tokens;
import dev.gangway.live.Topic;
import dev.gangway.login.internal.CachedLogins;
import dev.gangway.login.internal.HealingAtReads;
import dev.gangway.login.internal.LoginEndings;
import dev.gangway.login.internal.LoginSessionReads;
import dev.gangway.login.internal.LoginSessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Begins, recognises, lists and ends login sessions. */
@Service
public class LoginSessions {

    /** The cookie by which a browser is known; over TLS with the prefix of {@link dev.gangway.base.web.CookieNames}. */
    public static final String COOKIE = "gangway_login";

    /** What is told when login sessions end before their time, or their accounts lose a role; ids are those of login sessions. */
    public static final Topic ENDED = new Topic("login_sessions");

    /** A use is noted at most this often, so that a busy login session is not written at each request. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final LoginSessionStore store;
    private final LoginEndings endings;
    private final LoginSessionReads reads;
    private final CachedLogins cached;
    private final HealingAtReads healing;
    private final Tokens tokens;
    private final Ids ids;
    private final Clock clock;

    LoginSessions(
            LoginSessionStore store,
            LoginEndings endings,
            LoginSessionReads reads,
            CachedLogins cached,
            HealingAtReads healing,
            Tokens tokens,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.endings = endings;
        this.reads = reads;
        this.cached = cached;
        this.healing = healing;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins one for an account whose password was found right; the token is in the answer and nowhere else.
     *
     * @return empty where the account has another password by now, or was disabled
     */
    public Optional<NewLogin> begin(LogInOutcome.Accepted checked, LoginKind kind, Origin origin) {
        Optional<NewLogin> login = begin(checked.account(), checked.password(), kind, origin);
        if (login.isEmpty()) {
            SecurityEvent.PASSWORD_REFUSED.log(checked.account().id(), "reason=changed");
        }
        return login;
    }

    /**
     * As {@link #begin(LogInOutcome.Accepted, LoginKind, Origin)}, for an account whose owner somebody else knows.
     *
     * @return empty where the account was disabled
     */
    public Optional<NewLogin> begin(Account account, LoginKind kind, Origin origin) {
        return begin(account, null, kind, origin);
    }

    private Optional<NewLogin> begin(Account account, @Nullable PasswordMark checked, LoginKind kind, Origin origin) {
        String token = tokens.next();
        return store.insert(ids.next(), account.id(), checked, tokens.hash(token), kind, origin, clock.instant())
                .map(session -> {
                    begun(session);
                    return new NewLogin(
                            token,
                            session,
                            new Caller(account.id(), account.username(), account.roles(), session.id()));
                });
    }

    /**
     * Begins one for a token that somebody else issued, at its first use.
     *
     * @param expiry of the token; the login session does not outlive it
     * @return empty where the token has expired, or had a login session before, which was ended, or the account was disabled
     */
    public Optional<KnownLogin> beginForeign(Account account, String token, Instant expiry, Origin origin) {
        Instant now = clock.instant();
        byte[] hash = tokens.hashForeign(token);
        if (!expiry.isAfter(now)) {
            return Optional.empty();
        }
        return store.insert(ids.next(), account.id(), hash, LoginKind.API, origin, now, expiry)
                .map(session -> {
                    begun(session);
                    return new KnownLogin(
                            new Caller(account.id(), account.username(), account.roles(), session.id()), session);
                })
                .or(() -> recognise(hash)); // begun at the same moment by another request
    }

    private static void begun(LoginSession session) {
        SecurityEvent.LOGGED_IN.log(session.userId(), "kind=" + session.kind().word() + " login=" + session.id());
    }

    /**
     * Whom a token lets in; a use prolongs it to 24 hours from now, up to 30 days after its beginning. The copy in the answer
     * is right, and a row that has another one is mended.
     */
    public Optional<KnownLogin> recognise(String token) {
        return recognise(tokens.hash(token));
    }

    /** As {@link #recognise(String)}, for a token that somebody else issued and that was checked just now. */
    public Optional<KnownLogin> recogniseForeign(String token) {
        return recognise(tokens.hashForeign(token));
    }

    /** As {@link #recognise(String)}, for what a page asks by itself: no use, so it prolongs nothing. */
    public Optional<KnownLogin> lookAt(String token) {
        return find(tokens.hash(token), clock.instant());
    }

    private Optional<KnownLogin> find(byte[] hash, Instant now) {
        Optional<LoginSessionReads.Found> found = cached.find(hash, now);
        healing.heal(found.filter(LoginSessionReads.Found::wrong).stream()
                .map(wrong -> wrong.login().session().id())
                .toList());
        return found.map(LoginSessionReads.Found::login);
    }

    private Optional<KnownLogin> recognise(byte[] hash) {
        Instant now = clock.instant();
        Optional<KnownLogin> known = find(hash, now);
        known.map(KnownLogin::session)
                .filter(session -> session.lastActivity().isBefore(now.minus(NOTED)))
                .ifPresent(session -> store.touch(session.id(), now, now.minus(NOTED)));
        return known;
    }

    /**
     * The account's live ones, the newest first, with the right copies; rows that have other ones are mended.
     *
     * @param below the last one of the page before, or null for the first page
     */
    public List<LoginSession> list(UserId userId, @Nullable UUID below, int limit) {
        LoginSessionReads.Listed listed = reads.list(userId, below, limit, clock.instant());
        healing.heal(listed.wrong());
        return listed.sessions();
    }

    /** How many the account has besides the caller's. */
    public int countOthers(Caller caller) {
        return reads.countOthers(caller.userId(), caller.loginSessionId(), clock.instant());
    }

    /** Ends one of the account's own; false where the account has no live one with the id. */
    public boolean end(UserId userId, UUID id) {
        return endings.end(userId, id);
    }

    /** Ends the one with the token, where it is live. */
    public void endByToken(String token) {
        endings.endByToken(tokens.hash(token));
    }

    /**
     * Gives the caller's another token, with which alone it goes on: whoever got to know the present one is out.
     *
     * @return the new token, or empty where it has ended
     */
    public Optional<String> changeToken(Caller caller) {
        String token = tokens.next();
        return store.changeToken(caller.loginSessionId(), tokens.hash(token), clock.instant())
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Ends all of the account's but the caller's, and says how many. */
    public int endOthers(Caller caller) {
        return endings.endOthers(caller.userId(), caller.loginSessionId());
    }

    /** Which of these still let somebody in, and what their accounts' roles are. */
    public Map<UUID, Set<Role>> live(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reads.live(ids, clock.instant());
    }

    /** Drops what this replica keeps in memory of an account's login sessions, and answers how many. */
    public long forgetCached(String userId) {
        return cached.forget(userId);
    }

    /** Drops what this replica keeps in memory of all login sessions, and answers how many. */
    public long forgetAllCached() {
        return cached.forgetAll();
    }
}
