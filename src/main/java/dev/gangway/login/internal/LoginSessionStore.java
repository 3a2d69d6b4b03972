package dev.gangway.login.internal;

import dev.gangway.account.PasswordMark;
import dev.gangway.base.UserId;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import dev.gangway.login.Origin;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Begins, prolongs and ends login sessions, one round trip for each call. */
@Repository
public class LoginSessionStore {

    private static final Duration IDLE = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final JdbcClient jdbc;

    LoginSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new one of a token that somebody else issued, when it and the login session with it end; as the other one. */
    public Optional<LoginSession> insert(
            UUID id, UserId userId, byte[] hash, LoginKind kind, Origin origin, Instant now, Instant tokenExpiry) {
        return insert(id, userId, null, hash, kind, origin, now, tokenExpiry);
    }

    /** Stores a new one of a token of our own; as the other one. */
    public Optional<LoginSession> insert(
            UUID id,
            UserId userId,
            @Nullable PasswordMark checked,
            byte[] hash,
            LoginKind kind,
            Origin origin,
            Instant now) {
        return insert(id, userId, checked, hash, kind, origin, now, null);
    }

    /**
     * Stores a new one with the right copy of the onboarding status. The source is held until the row is there: a Next at
     * the same moment either comes before, or finds the row and updates it. So is the account: whoever disables it or changes its
     * password at the same moment either comes before, and nothing is stored, or finds the row and ends it.
     *
     * @param checked the password that was found right; null where it was none of ours
     * @return empty where the account is disabled or has another password, or the token has a login session already
     */
    private Optional<LoginSession> insert(
            UUID id,
            UserId userId,
            @Nullable PasswordMark checked,
            byte[] hash,
            LoginKind kind,
            Origin origin,
            Instant now,
            @Nullable Instant tokenExpiry) {
        Instant idle = now.plus(IDLE);
        return jdbc.sql("""
            with source as materialized (
                select o.* from onboarding_copies o where o.user_id = :user for share),
            account as materialized ( -- after the source, since whoever erases a person takes them in that order too
                select a.id from accounts a
                where a.id = :user and a.enabled and (select count(*) from source) >= 0
                  and (cast(:checked as text) is null
                       or encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex') = :checked)
                for share)
            insert into login_sessions (id, user_id, token_hash, kind,
                                        needs_onboarding, onboarding_completed, onboarding_step,
                                        created_at, updated_at, last_activity, expires_at, token_expires_at,
                                        ip_address, user_agent)
            select :id, :user, :hash, :kind,
                   coalesce(o.needs_onboarding, n.needs_onboarding),
                   coalesce(o.onboarding_completed, n.onboarding_completed),
                   coalesce(o.onboarding_step, n.onboarding_step),
                   :now, :now, :now, least(:idle, :token_expiry), :token_expiry, :address, :agent
            from account
            cross join onboarding_copy(null, null) n
            left join source o on true
            on conflict (token_hash) do nothing
            returning *
            """)
                .param("id", id)
                .param("user", userId.value())
                .param("checked", checked == null ? null : checked.value())
                .param("hash", hash)
                .param("kind", kind.word())
                .param("now", LoginSessionRows.utc(now))
                .param("idle", LoginSessionRows.utc(idle))
                .param(
                        "token_expiry",
                        tokenExpiry == null ? null : LoginSessionRows.utc(tokenExpiry),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("address", origin.ipAddress())
                .param("agent", origin.userAgent())
                .query((row, number) -> LoginSessionRows.asStored(row))
                .optional();
    }

    /** Notes a use, by what and from where it is, and prolongs by it, unless that was done since the given moment. */
    public void touch(UUID id, Instant now, Instant since) {
        Optional<Origin> origin = Origin.ofCurrentRequest();
        jdbc.sql("""
            update login_sessions
            set last_activity = :now,
                expires_at = least(:idle, created_at + make_interval(secs => :longest), token_expires_at),
                ip_address = coalesce(:address, ip_address), user_agent = coalesce(:agent, user_agent)
            where id = :id and is_active and last_activity <= :since
            """)
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .param("idle", LoginSessionRows.utc(now.plus(IDLE)))
                .param("longest", LONGEST.toSeconds())
                .param("address", origin.map(Origin::ipAddress).orElse(null), Types.VARCHAR)
                .param("agent", origin.map(Origin::userAgent).orElse(null), Types.VARCHAR)
                .param("since", LoginSessionRows.utc(since))
                .update();
    }

    /** Ends one of the account's live ones; false where there is none with the id. */
    public boolean end(UserId userId, UUID id, Instant now) {
        return jdbc.sql("""
            update login_sessions set is_active = false, updated_at = :now
            where id = :id and user_id = :user and is_active and expires_at > :now
            """)
                        .param("id", id)
                        .param("user", userId.value())
                        .param("now", LoginSessionRows.utc(now))
                        .update()
                > 0;
    }

    /** Ends the live one with the hash of its token, and says which that was. */
    public Optional<UUID> endByToken(byte[] hash, Instant now) {
        return jdbc.sql("""
            update login_sessions set is_active = false, updated_at = :now
            where token_hash = :hash and is_active and expires_at > :now
            returning id
            """)
                .param("hash", hash)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Gives a live one another token; false where it has ended. */
    public boolean changeToken(UUID id, byte[] hash, Instant now) {
        return jdbc.sql("""
            update login_sessions set token_hash = :hash, updated_at = :now
            where id = :id and is_active and expires_at > :now
            """)
                        .param("hash", hash)
                        .param("id", id)
                        .param("now", LoginSessionRows.utc(now))
                        .update()
                > 0;
    }

    /** Ends all live ones of accounts that are no identity provider's, and says how many. */
    public int endOfPasswords(Instant now) {
        return jdbc.sql("""
            update login_sessions l set is_active = false, updated_at = :now
            from accounts a
            where a.id = l.user_id and a.issuer is null and l.is_active and l.expires_at > :now
            """).param("now", LoginSessionRows.utc(now)).update();
    }

    /** Which of the account's are live. */
    public List<UUID> live(UserId userId, Instant now) {
        return jdbc.sql("select id from login_sessions where user_id = :user and is_active and expires_at > :now")
                .param("user", userId.value())
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Ends all of the account's live ones but the given one, and says which. */
    public List<UUID> endOthers(UserId userId, UUID kept, Instant now) {
        return jdbc.sql("""
            update login_sessions set is_active = false, updated_at = :now
            where user_id = :user and id <> :kept and is_active and expires_at > :now
            returning id
            """)
                .param("user", userId.value())
                .param("kept", kept)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
