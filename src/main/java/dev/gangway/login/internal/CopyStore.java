package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the copies of the onboarding status in login sessions, each call behind a savepoint of its own: what fails is told,
 * and the caller's transaction goes on.
 */
@Repository
class CopyStore {

    private final JdbcClient jdbc;

    CopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the copies of the account's live ones; an empty problem says that it went well. */
    Optional<String> copyOnboarding(UserId userId, Instant now) {
        return jdbc.sql("select problem from copy_onboarding_to_login_sessions(:user, :now)")
                .param("user", userId.value())
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> Optional.ofNullable(row.getString("problem")))
                .single();
    }

    /** Mends the copies of the given ones where they are still wrong. */
    Healed heal(List<UUID> ids, Instant now) {
        return jdbc.sql("select updated, problem from heal_login_sessions(:ids, :now)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) ->
                        new Healed(row.getInt("updated"), Optional.ofNullable(row.getString("problem"))))
                .single();
    }

    /**
     * What became of a healing.
     *
     * @param updated how many rows changed; none where another was quicker, negative where it failed
     * @param problem why it failed
     */
    record Healed(int updated, Optional<String> problem) {}
}
