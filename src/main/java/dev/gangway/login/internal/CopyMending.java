package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.internal.CopyComparison.Seen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mends many copies at once, or one that needs patience. */
@Repository
public class CopyMending {

    private final JdbcClient jdbc;

    CopyMending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Mends those whose row is still the very version that was seen and that nobody holds, and answers which.
     *
     * @param right what the source says of all of them
     */
    public Set<UUID> mendSeen(List<Seen> seen, OnboardingCopy right, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        select * from mend_seen_login_sessions(
                            :places::tid[], :ids::uuid[], :versions::xid[], :needs, :completed, :step, :now)
                        """)
                .param("needs", right.needsOnboarding())
                .param("completed", right.onboardingCompleted())
                .param("step", right.onboardingStep())
                .param("now", LoginSessionRows.utc(now))
                .param("places", texts(seen.stream().map(Seen::place)))
                .param("ids", texts(seen.stream().map(each -> each.change().loginSession())))
                .param("versions", texts(seen.stream().map(Seen::version).distinct()))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** Mends one where it is still wrong, by what its source says now; waits for whoever holds the row. */
    public List<CopyChange> mend(UUID id, Instant now) {
        return jdbc.sql("select * from mend_login_sessions(array[:id::uuid], :now)")
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> new CopyChange(
                        id,
                        new UserId(row.getString("user_id")),
                        new OnboardingCopy(
                                row.getBoolean("needs_before"),
                                row.getBoolean("completed_before"),
                                row.getString("step_before")),
                        new OnboardingCopy(
                                row.getBoolean("needs_after"),
                                row.getBoolean("completed_after"),
                                row.getString("step_after"))))
                .list();
    }

    private static String[] texts(Stream<?> values) {
        return values.map(String::valueOf).toArray(String[]::new);
    }
}
