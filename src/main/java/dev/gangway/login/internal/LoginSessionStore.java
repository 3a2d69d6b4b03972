package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import dev.gangway.login.Origin;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes login sessions, one round trip for each call. */
@Repository
public class LoginSessionStore {

    private static final Duration IDLE = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final JdbcClient jdbc;

    LoginSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a new one with the right copy of the onboarding status, whatever that is when it is written. */
    public LoginSession insert(UUID id, UserId userId, byte[] hash, LoginKind kind, Origin origin, Instant now) {
        return jdbc.sql("""
                        insert into login_sessions (id, user_id, token_hash, kind,
                                                    needs_onboarding, onboarding_completed, onboarding_step,
                                                    created_at, updated_at, last_activity, expires_at,
                                                    ip_address, user_agent)
                        select :id, :user, :hash, :kind,
                               coalesce(o.needs_onboarding, n.needs_onboarding),
                               coalesce(o.onboarding_completed, n.onboarding_completed),
                               coalesce(o.onboarding_step, n.onboarding_step),
                               :now, :now, :now, :expires, :address, :agent
                        from onboarding_copy(null, null) n
                        left join onboarding_copies o on o.user_id = :user
                        returning *, true as live
                        """)
                .param("id", id)
                .param("user", userId.value())
                .param("hash", hash)
                .param("kind", kind.word())
                .param("now", utc(now))
                .param("expires", utc(now.plus(IDLE)))
                .param("address", origin.ipAddress())
                .param("agent", origin.userAgent())
                .query(LoginSessionStore::session)
                .single();
    }

    /** Whom the hash of a token lets in: only a live login session of an enabled account. */
    public Optional<KnownLogin> find(byte[] hash, Instant now) {
        return jdbc.sql("""
                        select s.*, true as live, a.username,
                               array(select r.role from account_roles r where r.user_id = a.id) as roles
                        from login_sessions s
                        join accounts a on a.id = s.user_id
                        where s.token_hash = :hash and s.is_active and s.expires_at > :now and a.enabled
                        """)
                .param("hash", hash)
                .param("now", utc(now))
                .query((row, number) -> new KnownLogin(caller(row), session(row, number)))
                .optional();
    }

    /** Notes a use and prolongs by it, unless that was done since the given moment. */
    public void touch(UUID id, Instant now, Instant since) {
        jdbc.sql("""
                        update login_sessions
                        set last_activity = :now, expires_at = least(:idle, created_at + make_interval(secs => :longest))
                        where id = :id and is_active and last_activity <= :since
                        """)
                .param("id", id)
                .param("now", utc(now))
                .param("idle", utc(now.plus(IDLE)))
                .param("longest", LONGEST.toSeconds())
                .param("since", utc(since))
                .update();
    }

    /** The account's live ones, the newest first, below the given id where one is given. */
    public List<LoginSession> list(UserId userId, @Nullable UUID below, int limit, Instant now) {
        return jdbc.sql("""
                        select s.*, true as live from login_sessions s
                        where s.user_id = :user and s.is_active and s.expires_at > :now
                          and (cast(:below as uuid) is null or s.id < :below)
                        order by s.id desc limit :limit
                        """)
                .param("user", userId.value())
                .param("below", below)
                .param("limit", limit)
                .param("now", utc(now))
                .query(LoginSessionStore::session)
                .list();
    }

    /** Ends one of the account's live ones; false where there is none with the id. */
    public boolean end(UserId userId, UUID id, Instant now) {
        return jdbc.sql("""
                        update login_sessions set is_active = false, updated_at = :now
                        where id = :id and user_id = :user and is_active and expires_at > :now
                        """)
                        .param("id", id)
                        .param("user", userId.value())
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Ends all of the account's live ones but the given one. */
    public int endOthers(UserId userId, UUID kept, Instant now) {
        return jdbc.sql("""
                        update login_sessions set is_active = false, updated_at = :now
                        where user_id = :user and id <> :kept and is_active and expires_at > :now
                        """)
                .param("user", userId.value())
                .param("kept", kept)
                .param("now", utc(now))
                .update();
    }

    /** Makes the copies of the account's live ones right; an empty problem says that it went well. */
    public Optional<String> copyOnboarding(UserId userId, Instant now) {
        return jdbc.sql("select problem from copy_onboarding_to_login_sessions(:user, :now)")
                .param("user", userId.value())
                .param("now", utc(now))
                .query((row, number) -> Optional.ofNullable(row.getString("problem")))
                .single();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new Caller(
                new UserId(row.getString("user_id")),
                row.getString("username"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                row.getObject("id", UUID.class));
    }

    private static LoginSession session(ResultSet row, int number) throws SQLException {
        return new LoginSession(
                row.getObject("id", UUID.class),
                new UserId(row.getString("user_id")),
                LoginKind.of(row.getString("kind")),
                row.getBoolean("live"),
                row.getBoolean("needs_onboarding"),
                row.getBoolean("onboarding_completed"),
                row.getString("onboarding_step"),
                moment(row, "created_at"),
                moment(row, "updated_at"),
                moment(row, "last_activity"),
                moment(row, "expires_at"),
                row.getString("ip_address"),
                row.getString("user_agent"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
