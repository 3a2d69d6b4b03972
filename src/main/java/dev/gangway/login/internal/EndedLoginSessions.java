package dev.gangway.login.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drops login sessions that ended or expired long ago, so that the table does not grow without end. */
@Component
public class EndedLoginSessions {

    private static final Logger LOG = LoggerFactory.getLogger(EndedLoginSessions.class);

    /** Rows that one transaction deletes. */
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final LoginProperties properties;
    private final Clock clock;

    EndedLoginSessions(JdbcClient jdbc, LoginProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Drops them in batches and answers how many. */
    public long forget() {
        OffsetDateTime before = LoginSessionRows.utc(clock.instant().minus(properties.keepEnded()));
        long forgotten = 0;
        int batch;
        do {
            batch = forget(before);
            forgotten += batch;
        } while (batch == BATCH);
        if (forgotten > 0) {
            LOG.info("Login sessions that ended before {} and were dropped: {}", before, forgotten);
        }
        return forgotten;
    }

    /**
     * Drops a batch; a row of a token that somebody else issued stays while the token would be good, because the row is
     * what says that it was ended. Reads the whole table: an index on times that
     * change with every use would cost more, all day long.
     */
    private int forget(OffsetDateTime before) {
        return jdbc.sql("""
                        delete from login_sessions
                        where ctid = any (array(
                            select ctid from login_sessions
                            where (expires_at < :before or (not is_active and updated_at < :before))
                              and (token_expires_at is null or token_expires_at < :before)
                            limit :batch for update skip locked))
                        """).param("before", before).param("batch", BATCH).update();
    }
}
