package dev.gangway.wizard.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lets wizard sessions of defined wizards lapse, so many at a time, in the caller's transaction. Rows that someone is
 * working on at this moment are passed over. The onboarding has a cleanup of its own.
 */
@Repository
public class LapseStore {

    private static final String EXPIRED = """
            update wizard_sessions
            set status = 'expired', abandoned_at = null, version = version + 1, updated_at = :now
            """;

    private final JdbcClient jdbc;

    LapseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Has those become abandoned that nobody was active in since a moment.
     *
     * @return how many; fewer than asked for when no more are left
     */
    public int abandon(Instant idleSince, int most, Instant now) {
        return jdbc.sql("""
                        with due as materialized (
                            select ws.id
                            from wizard_sessions ws
                            where ws.status = 'in_progress' and ws.started_at < :since and ws.last_activity_at < :since
                              and ws.wizard_id in (select id from wizards where key is null)
                            limit :most
                            for no key update of ws skip locked)
                        update wizard_sessions ws
                        set status = 'abandoned', abandoned_at = :now, version = version + 1, updated_at = :now
                        from due
                        where ws.id = due.id
                        """)
                .param("since", Timestamp.from(idleSince))
                .param("most", most)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Has those become expired whose wizard has ended.
     *
     * @return how many; fewer than asked for when no more are left
     */
    public int expire(int most, Instant now) {
        return jdbc.sql("with due as materialized (" + """
                            select ws.id
                            from wizards w join wizard_sessions ws on ws.wizard_id = w.id
                            where w.key is null and w.ends_at <= :now and ws.status in ('in_progress', 'abandoned')
                            limit :most
                            for no key update of ws skip locked)
                        """ + EXPIRED + " where id in (select id from due)")
                .param("most", most)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Has all of one wizard become expired, if it has ended; waits for those that someone is working on. */
    public void expireAll(UUID wizardId, Instant now) {
        jdbc.sql(EXPIRED + """
                        where wizard_id = :wizard and status in ('in_progress', 'abandoned')
                          and exists (select from wizards w where w.id = :wizard and w.ends_at <= :now)
                        """)
                .param("wizard", wizardId)
                .param("now", Timestamp.from(now))
                .update();
    }
}
