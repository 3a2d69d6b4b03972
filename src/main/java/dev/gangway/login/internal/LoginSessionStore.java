package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import dev.gangway.login.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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

    /**
     * Stores a new one with the right copy of the onboarding status. The source is held until the row is there: a Next at
     * the same moment either comes before, or finds the row and updates it.
     */
    public LoginSession insert(UUID id, UserId userId, byte[] hash, LoginKind kind, Origin origin, Instant now) {
        return jdbc.sql("""
                        with source as materialized (
                            select o.* from onboarding_copies o where o.user_id = :user for share)
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
                        left join source o on true
                        returning *
                        """)
                .param("id", id)
                .param("user", userId.value())
                .param("hash", hash)
                .param("kind", kind.word())
                .param("now", LoginSessionRows.utc(now))
                .param("expires", LoginSessionRows.utc(now.plus(IDLE)))
                .param("address", origin.ipAddress())
                .param("agent", origin.userAgent())
                .query((row, number) -> LoginSessionRows.asStored(row))
                .single();
    }

    /** Notes a use and prolongs by it, unless that was done since the given moment. */
    public void touch(UUID id, Instant now, Instant since) {
        jdbc.sql("""
                        update login_sessions
                        set last_activity = :now, expires_at = least(:idle, created_at + make_interval(secs => :longest))
                        where id = :id and is_active and last_activity <= :since
                        """)
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .param("idle", LoginSessionRows.utc(now.plus(IDLE)))
                .param("longest", LONGEST.toSeconds())
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

    /** Ends all of the account's live ones but the given one. */
    public int endOthers(UserId userId, UUID kept, Instant now) {
        return jdbc.sql("""
                        update login_sessions set is_active = false, updated_at = :now
                        where user_id = :user and id <> :kept and is_active and expires_at > :now
                        """)
                .param("user", userId.value())
                .param("kept", kept)
                .param("now", LoginSessionRows.utc(now))
                .update();
    }
}
