package dev.gangway.jobs.internal;

import dev.gangway.jobs.Job;
import dev.gangway.jobs.Job.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the table of the job library, and brings forward what is planned there. */
@Repository
public class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every kind of job that is planned, asked for or at work; its rows are taken together.
     *
     * @param trigger what makes a job of this name run
     */
    public List<Job> all(Function<String, Trigger> trigger) {
        return jdbc.sql("""
                        select task_name,
                               count(*) filter (where not picked)                as waiting,
                               count(*) filter (where picked)                    as running,
                               count(*) filter (where consecutive_failures > 0)  as failing,
                               coalesce(max(consecutive_failures), 0)            as failures,
                               min(execution_time) filter (where not picked)     as next,
                               max(last_success)                                 as last_success,
                               max(last_failure)                                 as last_failure,
                               case when count(*) filter (where picked) = 1 then max(picked_by) filter (where picked) end as runner
                        from scheduled_tasks group by task_name
                        """).query((row, number) -> job(row, trigger)).list();
    }

    /**
     * Has all of a kind that wait for later begin now; a change of the version tells the library, as its own changes do.
     *
     * @return how many
     */
    public int bringForward(String name, Instant now) {
        return jdbc.sql("""
                        update scheduled_tasks set execution_time = :now, version = version + 1
                        where task_name = :name and not picked and execution_time > :now
                        """)
                .param("name", name)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Job job(ResultSet row, Function<String, Trigger> trigger) throws SQLException {
        String name = row.getString("task_name");
        return new Job(
                name,
                trigger.apply(name),
                row.getLong("waiting"),
                row.getLong("running"),
                row.getLong("failing"),
                row.getLong("failures"),
                moment(row, "next"),
                moment(row, "last_success"),
                moment(row, "last_failure"),
                row.getString("runner"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
