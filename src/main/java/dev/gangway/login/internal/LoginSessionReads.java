package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginSession;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads live login sessions, one round trip for each call, each together with the source of its copy: what is answered is
 * always what the source says, and a row that says otherwise is named.
 */
@Repository
public class LoginSessionReads {

    private final JdbcClient jdbc;

    LoginSessionReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a token lets in.
     *
     * @param login with the right copy
     * @param wrong whether the row has another copy
     */
    public record Found(KnownLogin login, boolean wrong) {}

    /**
     * Login sessions of an account.
     *
     * @param sessions with the right copies
     * @param wrong which of their rows have another copy
     */
    public record Listed(List<LoginSession> sessions, List<UUID> wrong) {}

    /** Whom the hash of a token lets in: only a live login session of an enabled account. */
    public Optional<Found> find(byte[] hash, Instant now) {
        return jdbc.sql("""
            select c.*, a.username,
                   array(select r.role from account_roles r where r.user_id = a.id) as roles
            from login_session_copies c
            join accounts a on a.id = c.user_id
            where c.token_hash = :hash and c.is_active and c.expires_at > :now and a.enabled
            """)
                .param("hash", hash)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> new Found(
                        new KnownLogin(LoginSessionRows.caller(row), LoginSessionRows.asItShouldBe(row)),
                        row.getBoolean("wrong")))
                .optional();
    }

    /**
     * Whom a login session that was read before lets in now: the same question, but only what can change is read. Empty where
     * it has ended, has got another token or the account is disabled.
     */
    public Optional<Found> findAgain(LoginSession known, byte[] hash, Instant now) {
        return jdbc.sql("""
            select c.id, c.user_id, c.updated_at, c.last_activity, c.expires_at, c.ip_address,
                   c.user_agent, c.source_needs_onboarding,
                   c.source_onboarding_completed, c.source_onboarding_step, c.wrong, a.username,
                   array(select r.role from account_roles r where r.user_id = a.id) as roles
            from login_session_copies c
            join accounts a on a.id = c.user_id
            where c.id = :id and c.token_hash = :hash and c.is_active and c.expires_at > :now and a.enabled
            """)
                .param("id", known.id())
                .param("hash", hash)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> new Found(
                        new KnownLogin(LoginSessionRows.caller(row), LoginSessionRows.changed(known, row)),
                        row.getBoolean("wrong")))
                .optional();
    }

    /** The account's live ones, the newest first, below the given id where one is given. */
    public Listed list(UserId userId, @Nullable UUID below, int limit, Instant now) {
        List<Row> rows = jdbc.sql("""
            select c.* from login_session_copies c
            where c.user_id = :user and c.is_active and c.expires_at > :now
              and (cast(:below as uuid) is null or c.id < :below)
            order by c.id desc limit :limit
            """)
                .param("user", userId.value())
                .param("below", below)
                .param("limit", limit)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> new Row(LoginSessionRows.asItShouldBe(row), row.getBoolean("wrong")))
                .list();
        return new Listed(
                rows.stream().map(Row::session).toList(),
                rows.stream().filter(Row::wrong).map(row -> row.session().id()).toList());
    }

    /** How many live ones the account has besides the given one. */
    public int countOthers(UserId userId, UUID but, Instant now) {
        return jdbc.sql("""
            select count(*) from login_sessions
            where user_id = :user and id <> :but and is_active and expires_at > :now
            """)
                .param("user", userId.value())
                .param("but", but)
                .param("now", LoginSessionRows.utc(now))
                .query(Integer.class)
                .single();
    }

    /** Which of these let somebody in now, with what roles. */
    public Map<UUID, Set<Role>> live(Collection<UUID> ids, Instant now) {
        return jdbc
                .sql("""
            select l.id, l.user_id, a.username,
                   array(select r.role from account_roles r where r.user_id = a.id) as roles
            from login_sessions l join accounts a on a.id = l.user_id
            where l.id = any (:ids) and l.is_active and l.expires_at > :now and a.enabled
            """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> LoginSessionRows.caller(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Caller::loginSessionId, Caller::roles));
    }

    private record Row(LoginSession session, boolean wrong) {}
}
