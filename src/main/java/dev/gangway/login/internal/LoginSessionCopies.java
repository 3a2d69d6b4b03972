package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.copy.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The onboarding status in live login sessions, as the reconcile page sees it. Ended ones let nobody in, so that what they
 * say is of no consequence. A row whose source is gone is one that claims progress although its account has no onboarding
 * (any more); it is mended to "not started", as if the onboarding had never been.
 */
@Repository
class LoginSessionCopies implements Copy {

    /** Share of the pages of the table that an estimate reads, in per cent. */
    private static final int SAMPLE = 2;

    /** Rows that are looked at one by one before the rest is looked at as a set. */
    private static final int NEAR = 20_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    LoginSessionCopies(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "login_sessions";
    }

    @Override
    public List<String> columns() {
        return List.of("needs_onboarding", "onboarding_completed", "onboarding_step");
    }

    @Override
    public Tally count(Set<Kind> kinds, long exactUpTo) {
        long counted = counted("select count(*) from (select 1 " + wrong(kinds) + " limit :most) counted", exactUpTo);
        if (counted <= exactUpTo) {
            return Tally.exactly(counted);
        }
        long sampled = counted(
                "select count(*) " + wrong(kinds) + " and c.id in (select id from login_sessions tablesample system ("
                        + SAMPLE + "))",
                exactUpTo);
        return Tally.about(Math.max(counted, sampled * 100 / SAMPLE));
    }

    private long counted(String sql, long exactUpTo) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", exactUpTo == Long.MAX_VALUE ? exactUpTo : exactUpTo + 1)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Disagreement> page(Set<Kind> kinds, String after, int limit) {
        return page(kinds, after, limit, NEAR);
    }

    /**
     * Looks at the next rows in their order, which is quick where many disagree; and then at all the rest as a set, which
     * takes a second for a million rows, where going on row by row would take many.
     */
    List<Disagreement> page(Set<Kind> kinds, String after, int limit, int near) {
        UUID from = after.isEmpty() ? FIRST : UUID.fromString(after);
        UUID to = jdbc.sql("select id from login_sessions where id > :after order by id offset :near limit 1")
                .param("after", from)
                .param("near", near)
                .query(UUID.class)
                .optional()
                .orElse(LAST);
        List<Disagreement> found = new ArrayList<>(page("not materialized", kinds, from, to, limit));
        if (found.size() < limit && !to.equals(LAST)) {
            found.addAll(page("materialized", kinds, to, LAST, limit - found.size()));
        }
        return found;
    }

    private List<Disagreement> page(String how, Set<Kind> kinds, UUID after, UUID to, int limit) {
        return jdbc.sql("with wrong as " + how + """
                         (select c.id, c.user_id, c.started, c.needs_onboarding, c.onboarding_completed, c.onboarding_step,
                                 c.source_needs_onboarding, c.source_onboarding_completed, c.source_onboarding_step
                        """ + wrong(kinds) + """
                              and c.id > :after and c.id <= :to)
                        select page.*, a.username
                        from (select * from wrong order by id limit :limit) page
                        join accounts a on a.id = page.user_id
                        order by page.id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("after", after)
                .param("to", to)
                .param("limit", limit)
                .query((row, number) -> new Disagreement(
                        row.getString("id"),
                        row.getBoolean("started") ? Kind.DIFFERS : Kind.ORPHANED,
                        row.getString("username"),
                        values(row, "needs_onboarding", "onboarding_completed", "onboarding_step"),
                        values(
                                row,
                                "source_needs_onboarding",
                                "source_onboarding_completed",
                                "source_onboarding_step")))
                .list();
    }

    /** In the text and not in parameters, so that what is asked for gets the plan for it: rows without a source an anti join. */
    private static String wrong(Set<Kind> kinds) {
        boolean differing = kinds.contains(Kind.DIFFERS);
        boolean orphaned = kinds.contains(Kind.ORPHANED);
        String which = differing && orphaned ? "true" : differing ? "c.started" : orphaned ? "not c.started" : "false";
        return " from login_session_copies c where c.is_active and c.expires_at > :now and c.wrong and " + which;
    }

    @Override
    public List<Change> mend(List<String> rows) {
        return jdbc.sql("select * from mend_login_sessions(cast(:ids as uuid[]), :now) mended order by id")
                .param("ids", rows.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Change(
                        row.getString("id"),
                        new UserId(row.getString("user_id")),
                        values(row, "needs_before", "completed_before", "step_before"),
                        values(row, "needs_after", "completed_after", "step_after")))
                .list();
    }

    @Override
    public List<String> restore(List<Change> changes) {
        jdbc.sql("select id from login_sessions where id = any (cast(:ids as uuid[])) order by id for no key update")
                .param("ids", changes.stream().map(Change::row).toArray(String[]::new))
                .query()
                .listOfRows();
        return jdbc.sql("""
                        update login_sessions s
                        set needs_onboarding     = (c.before ->> 'needs_onboarding')::boolean,
                            onboarding_completed = (c.before ->> 'onboarding_completed')::boolean,
                            onboarding_step      = c.before ->> 'onboarding_step',
                            updated_at           = :now
                        from jsonb_to_recordset(cast(:changes as jsonb)) as c ("row" uuid, before jsonb, after jsonb)
                        where s.id = c."row"
                          and c.after = jsonb_build_object('needs_onboarding', s.needs_onboarding,
                                                           'onboarding_completed', s.onboarding_completed,
                                                           'onboarding_step', s.onboarding_step)
                        returning s.id
                        """)
                .param("changes", json.writeValueAsString(changes))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private static Map<String, Object> values(ResultSet row, String needs, String completed, String step)
            throws SQLException {
        return Map.of(
                "needs_onboarding", row.getBoolean(needs),
                "onboarding_completed", row.getBoolean(completed),
                "onboarding_step", row.getString(step));
    }
}
