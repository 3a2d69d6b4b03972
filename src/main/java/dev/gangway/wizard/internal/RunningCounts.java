package dev.gangway.wizard.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts wizard sessions that are not over, up to where nobody counts one by one any more. */
@Repository
public class RunningCounts {

    /** The most that is counted exactly. */
    public static final int MOST = 10_000;

    private final JdbcClient jdbc;

    RunningCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number for each wizard that has any, at most {@link #MOST} + 1. */
    public Map<UUID, Integer> byWizard() {
        Map<UUID, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select w.id, r.running
                        from wizards w
                                 cross join lateral (
                            select count(*) as running
                            from (select
                                  from wizard_sessions s
                                  where s.wizard_id = w.id
                                    and s.status in ('in_progress', 'abandoned')
                                    and (w.ends_at is null or w.ends_at > now())
                                  limit :most) counted) r
                        where r.running > 0
                        """).param("most", MOST + 1).query(row -> {
            counts.put(row.getObject("id", UUID.class), row.getInt("running"));
        });
        return counts;
    }
}
