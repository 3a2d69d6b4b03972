package dev.gangway.wizard.internal;

import dev.gangway.base.LikePattern;
import dev.gangway.base.UserId;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists an account's own wizard sessions, newest first, from wherever the last page ended. */
@Repository
public class OwnWizardSessions {

    private final JdbcClient jdbc;

    OwnWizardSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next ones.
     *
     * @param after where the page before ended; null: from the newest
     */
    public List<OwnWizardSession> list(
            UserId userId, OwnFilter filter, @Nullable WizardSessionId after, int limit, Instant now) {
        // What has ended expires at once, before the job has come by.
        StringBuilder where = new StringBuilder("ws.user_id = :user");
        if (after != null) {
            where.append(" and ws.id < :after");
        }
        if (filter.wizardId() != null) {
            where.append(" and ws.wizard_id = :wizard");
        }
        if (filter.status() != null) {
            where.append(
                    switch (filter.status()) {
                        case COMPLETED -> " and ws.status = :status";
                        case EXPIRED -> " and (ws.status = :status or ws.status <> 'completed' and w.ends_at <= :now)";
                        default -> " and ws.status = :status and (w.ends_at is null or w.ends_at > :now)";
                    });
        }
        if (!filter.text().isBlank()) {
            where.append(" and (lower(ws.session_name) like :text or lower(w.name) like :text)");
        }
        return jdbc.sql("""
                        select ws.id, ws.wizard_id, w.name as wizard_name, w.key as wizard_key, ws.wizard_version,
                               ws.session_name, ws.current_step, ws.progress_percentage, ws.version, ws.started_at,
                               ws.last_activity_at, ws.completed_at, ws.total_time_seconds,
                               case when ws.status <> 'completed' and w.ends_at <= :now
                                    then 'expired' else ws.status end as status
                        from wizard_sessions ws join wizards w on w.id = ws.wizard_id
                        where %s
                        order by ws.id desc limit :limit
                        """.formatted(where))
                .param("user", userId.value())
                .param("after", after == null ? null : after.value())
                .param("wizard", filter.wizardId())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().word())
                .param("text", LikePattern.inside(filter.text().strip()))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static OwnWizardSession row(ResultSet row) throws SQLException {
        Timestamp completed = row.getTimestamp("completed_at");
        return new OwnWizardSession(
                new WizardSessionId(row.getObject("id", UUID.class)),
                row.getObject("wizard_id", UUID.class),
                row.getString("wizard_name"),
                row.getString("wizard_key") != null,
                row.getInt("wizard_version"),
                row.getString("session_name"),
                WizardSessionStatus.of(row.getString("status")),
                row.getString("current_step"),
                row.getBigDecimal("progress_percentage"),
                row.getLong("version"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_activity_at").toInstant(),
                completed == null ? null : completed.toInstant(),
                row.getObject("total_time_seconds", Long.class));
    }
}
