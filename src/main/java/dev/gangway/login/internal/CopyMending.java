package dev.gangway.login.internal;

import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.internal.CopyComparison.Seen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
     * Mends those whose row is still the very version that was seen, and answers which. A change of the onboarding writes
     * the rows of its account anew, so what the source said then, it says still. Rows that someone else holds are passed
     * over: whoever never waits cannot be part of a deadlock.
     */
    public Set<UUID> mendSeen(List<Seen> seen, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        with seen as (
                            select * from unnest(:ids::uuid[], :places::tid[], :versions::xid[], :needs::boolean[],
                                                 :completed::boolean[], :steps::text[])
                                          as t (id, place, version, needs, completed, step)),
                        held as materialized (
                            select s.ctid as place from login_sessions s where s.ctid = any (:places::tid[])
                            for no key update skip locked)
                        update login_sessions s
                        set needs_onboarding = seen.needs, onboarding_completed = seen.completed,
                            onboarding_step = seen.step, updated_at = :now
                        from held join seen on seen.place = held.place
                        where s.ctid = any (:places::tid[]) and s.ctid = held.place
                          and s.id = seen.id and s.xmin = seen.version
                        returning s.id
                        """)
                .param("ids", texts(seen, each -> each.change().loginSession()))
                .param("places", texts(seen, Seen::place))
                .param("versions", texts(seen, Seen::version))
                .param("needs", texts(seen, each -> each.change().after().needsOnboarding()))
                .param("completed", texts(seen, each -> each.change().after().onboardingCompleted()))
                .param("steps", texts(seen, each -> each.change().after().onboardingStep()))
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** Mends one where it is still wrong, by what its source says now; waits for whoever holds the row. */
    public List<CopyChange> mend(UUID id, Instant now) {
        return jdbc.sql("select * from mend_login_sessions(array[:id::uuid], :now)")
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> new CopyChange(
                        id,
                        new dev.gangway.base.UserId(row.getString("user_id")),
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

    private static String[] texts(List<Seen> seen, Function<Seen, Object> value) {
        return seen.stream().map(value).map(String::valueOf).toArray(String[]::new);
    }
}
