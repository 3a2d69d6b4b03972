package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.copy.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tutoring sessions as the reconcile page sees them. A row is named by the lesson that was bought and the student's place in the
 * booking. None can outlive its source, which the database sees to.
 */
@Repository
class TutoringSessionCopies implements Copy {

    private static final String MOMENT = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private static final String SOURCE = values("d.", "d.wanted_status");
    private static final String COPY = values("d.copy_", "d.copy_status");

    private static final String WRONG = " from tutoring_session_disagreements d where d.problem is null"
            + " and case when d.copy_id is null then :missing else :differs end ";

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LessonNews news;
    private final Clock clock;

    TutoringSessionCopies(JdbcClient jdbc, JsonMapper json, LessonNews news, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.news = news;
        this.clock = clock;
    }

    private static String values(String prefix, String status) {
        return """
                jsonb_strip_nulls(jsonb_build_object('starts_at', to_char(%1$sstarts_at at time zone 'UTC', %2$s),
                    'duration_minutes', %1$sduration_minutes, 'trainer_id', %1$strainer_id, 'course_id', %1$scourse_id,
                    'type', %1$stype, 'latitude', %1$slatitude, 'longitude', %1$slongitude, 'status', %3$s))
                """.formatted(prefix, MOMENT, status);
    }

    @Override
    public String name() {
        return "tutoring_sessions";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "starts_at", "duration_minutes", "trainer_id", "course_id", "type", "latitude", "longitude", "status");
    }

    @Override
    public Tally count(Set<Kind> kinds, long exactUpTo) {
        return Tally.exactly(
                wrong("select count(*)" + WRONG, kinds).query(Long.class).single());
    }

    @Override
    public List<Disagreement> page(Set<Kind> kinds, String after, int limit) {
        int middle = after.indexOf('/');
        UUID lesson = middle < 0 ? new UUID(0, 0) : UUID.fromString(after.substring(0, middle));
        int position = middle < 0 ? 0 : Integer.parseInt(after.substring(middle + 1));
        return wrong(
                        "select d.purchase_session_id || '/' || d.position as row, a.username, d.copy_id is null as missing, "
                                + COPY + " as copy, " + SOURCE
                                + " as source from accounts a join (select d.*" + WRONG
                                + " and (d.purchase_session_id, d.position) > (:lesson, :position)"
                                + " order by d.purchase_session_id, d.position limit :limit) d on d.student_id = a.id"
                                + " order by d.purchase_session_id, d.position",
                        kinds)
                .param("lesson", lesson)
                .param("position", position)
                .param("limit", limit)
                .query((row, number) -> new Disagreement(
                        row.getString("row"),
                        row.getBoolean("missing") ? Kind.MISSING : Kind.DIFFERS,
                        row.getString("username"),
                        row.getBoolean("missing") ? Map.of() : values(row, "copy"),
                        values(row, "source")))
                .list();
    }

    /** All students of a lesson are mended together, and all of that is answered. */
    @Override
    public List<Change> mend(List<String> rows) {
        String[] lessons = rows.stream()
                .map(row -> row.substring(0, row.indexOf('/')))
                .distinct()
                .toArray(String[]::new);
        @Nullable String[] purchases = texts(
                jdbc.sql("""
                        select p.id from course_purchases p
                        where p.id in (select purchase_id from purchase_sessions where id = any (cast(:lessons as uuid[])))
                        order by p.id for no key update
                        """)
                        .param("lessons", lessons)
                        .query((row, number) -> uuid(row, "id"))
                        .list(),
                id -> id);
        List<Change> wrong = jdbc.sql("select d.purchase_session_id || '/' || d.position as row, d.student_id, "
                        + "d.copy_id is null as missing, " + COPY + " as before, " + SOURCE
                        + " as after from tutoring_session_disagreements d where d.problem is null"
                        + " and d.purchase_id = any (cast(:purchases as uuid[]))"
                        + " and d.purchase_session_id = any (cast(:lessons as uuid[]))"
                        + " order by d.purchase_session_id, d.position")
                .param("purchases", purchases)
                .param("lessons", lessons)
                .query((row, number) -> new Change(
                        row.getString("row"),
                        new UserId(row.getString("student_id")),
                        row.getBoolean("missing") ? Map.of() : values(row, "before"),
                        values(row, "after")))
                .list();
        if (!wrong.isEmpty()) {
            jdbc.sql("""
                            select * from sync_tutoring_sessions(cast(:purchases as uuid[]), cast(:lessons as uuid[]), null, :now)
                            """)
                    .param("purchases", purchases)
                    .param("lessons", lessons)
                    .param("now", utc(clock.instant()))
                    .query()
                    .listOfRows();
            news.tellAll();
        }
        return wrong;
    }

    @Override
    public List<String> restore(List<Change> changes) {
        news.tellAll();
        return jdbc.sql("""
                        with change as materialized (
                            select split_part(h."row", '/', 1)::uuid as lesson, split_part(h."row", '/', 2)::smallint as position,
                                   h."row" as name, h.before, h.after
                            from jsonb_to_recordset(cast(:changes as jsonb)) as h ("row" text, before jsonb, after jsonb)),
                        same as materialized (
                            select c.*, d.id from change c
                            join purchase_sessions s on s.id = c.lesson
                            join purchase_students p on p.purchase_id = s.purchase_id and p.position = c.position
                            join tutoring_sessions d on d.purchase_session_id = c.lesson and d.student_id = p.student_id
                            where c.after = %s
                            order by d.id for no key update of d),
                        gone as (delete from tutoring_sessions t using same s where t.id = s.id and s.before = '{}'),
                        written as (
                            update tutoring_sessions t
                            set starts_at = (s.before ->> 'starts_at')::timestamptz,
                                duration_minutes = (s.before ->> 'duration_minutes')::smallint,
                                trainer_id = (select r.user_id from trainers r where r.user_id = s.before ->> 'trainer_id'),
                                course_id = s.before ->> 'course_id', type = s.before ->> 'type',
                                latitude = (s.before ->> 'latitude')::double precision,
                                longitude = (s.before ->> 'longitude')::double precision,
                                status = s.before ->> 'status', sequence = t.sequence + 1, updated_at = :now
                            from same s where t.id = s.id and s.before <> '{}')
                        select name from same order by name collate "C"
                        """.formatted(values("d.", "d.status")))
                .param("changes", json.writeValueAsString(changes))
                .param("now", utc(clock.instant()))
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private JdbcClient.StatementSpec wrong(String sql, Set<Kind> kinds) {
        return jdbc.sql(sql)
                .param("missing", kinds.contains(Kind.MISSING))
                .param("differs", kinds.contains(Kind.DIFFERS));
    }

    private Map<String, Object> values(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), VALUES);
    }
}
