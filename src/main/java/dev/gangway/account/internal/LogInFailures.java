package dev.gangway.account.internal;

import dev.gangway.base.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts failed log-ins in the database, so that the limit holds across replicas. */
@Repository
public class LogInFailures {

    private static final int BY_NAME = 5;
    private static final int BY_ADDRESS = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    LogInFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts an attempt as failed in advance; a positive answer is the time to wait, and nothing was counted. */
    public Duration reserve(String name, String address, Instant now) {
        return Duration.ofSeconds(jdbc.sql("""
                        select reserve_log_in(:name, :by_name, :address, :by_address, :now,
                                              make_interval(secs => :window))
                        """)
                .param("name", nameKey(name))
                .param("by_name", BY_NAME)
                .param("address", addressKey(address))
                .param("by_address", BY_ADDRESS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("window", WINDOW.toSeconds())
                .query(Integer.class)
                .single());
    }

    /** Takes back what {@link #reserve} counted at that moment, and the name's earlier failures. */
    public void forgive(String name, String address, Instant now) {
        jdbc.sql("select 1 from (select forgive_log_in(:name, :address, :now)) done")
                .param("name", nameKey(name))
                .param("address", addressKey(address))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Drops what no longer counts. */
    public int forget(Instant now) {
        return jdbc.sql("""
                        delete from log_in_failures
                        where not exists (select from unnest(failed_at) t where t > :before)
                        """)
                .param("before", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When log-ins with a name failed; at most those of the last hour or so, since older ones are dropped. */
    public List<Instant> times(String name) {
        return jdbc.sql(
                        "select unnest(failed_at) as failed_at from log_in_failures where key = :name order by failed_at")
                .param("name", nameKey(name))
                .query((row, number) -> row.getTimestamp("failed_at").toInstant())
                .list();
    }

    /** Drops what was counted under a name. */
    public void forget(String name) {
        jdbc.sql("delete from log_in_failures where key = :name")
                .param("name", nameKey(name))
                .update();
    }

    private static byte[] nameKey(String name) {
        return Sha256.of("name " + name.toLowerCase(Locale.ROOT));
    }

    private static byte[] addressKey(String address) {
        return Sha256.of("address " + address);
    }
}
