package dev.gangway.wizard.internal.overview;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads rows of the projection of the all-sessions grid, one statement for each call. */
@Repository
public class OverviewStore {

    private static final String COLUMNS = """
            o.id, o.user_id, o.account_name, o.session_name, o.class, o.wizard_version, o.status, o.current_step,
            o.progress_percentage, o.started_at, o.last_activity_at, o.completed_at, o.total_time_seconds, o.version""";

    private final JdbcClient jdbc;

    OverviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same range with both ends, where it has one: those of the rows there are. */
    TimeRange closed(SortKey key, TimeRange range) {
        if ((range.from() == null) == (range.until() == null)) {
            return range;
        }
        String day = key == SortKey.STARTED ? "started_day" : "active_day";
        return jdbc.sql("select min(" + day + ") as first, max(" + day + ") as last from wizard_session_overview")
                .query((row, number) -> new TimeRange(
                        range.from() == null ? midnight(row.getObject("first", LocalDate.class), 0) : range.from(),
                        range.until() == null ? midnight(row.getObject("last", LocalDate.class), 1) : range.until()))
                .single();
    }

    /** Whether all that happened did so after it began, as clocks that are never put back have it. */
    boolean isForward() {
        return jdbc.sql("select not exists (select from wizard_session_overview where last_activity_at < started_at)")
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Instant midnight(@Nullable LocalDate day, long later) {
        return day == null
                ? null
                : day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** How many rows of each branch follow a place. */
    record Reading(Segment.Branch branch, Cursor from, int most) {}

    /** The next rows of some branches of a segment up to a sort key; in no order among branches. */
    List<List<FoundRow>> read(Segment segment, List<Reading> readings, Selection selection, String end) {
        String further = segment.direction() == Direction.ASCENDING ? ">" : "<";
        String order = segment.direction() == Direction.ASCENDING ? "" : " desc";
        String key = "o." + segment.key().column();
        String within =
                segment.direction() == Direction.ASCENDING ? key + " <= cast(:end as " : key + " >= cast(:end as ";
        List<List<FoundRow>> found = readings.stream()
                .map(reading -> (List<FoundRow>) new ArrayList<FoundRow>())
                .toList();
        jdbc.sql(
                        "select b.number, r.* from unnest(cast(:values as text[]), cast(:keys as text[]), cast(:ids as uuid[]), "
                                + "cast(:sizes as int[])) with ordinality b (value, key, id, size, number) cross join lateral (select "
                                + COLUMNS + ", " + segment.key().asText(key)
                                + " as sort_key from wizard_session_overview o where o."
                                + segment.branching().column() + " = cast(b.value as "
                                + segment.branching().type() + ") and (" + key + ", o.id) " + further
                                + " (cast(b.key as "
                                + segment.key().type() + "), b.id) and " + within
                                + segment.key().type() + ")"
                                + selection.residual(segment) + " order by " + key + order + ", o.id" + order
                                + " limit b.size) r")
                .params(selection.parameters())
                .param("end", end)
                .param("values", texts(readings, reading -> reading.branch().value()))
                .param("keys", texts(readings, reading -> reading.from().key()))
                .param("ids", texts(readings, reading -> reading.from().id()))
                .param("sizes", readings.stream().map(Reading::most).toArray(Integer[]::new))
                .query((row, number) -> found.get(row.getInt("number") - 1).add(found(row, selection)))
                .list();
        return found;
    }

    /** Where the next rows lie that match the texts of the filter, in the order of their segments. */
    List<Match> matchingTexts(TextMatches.Run run, Selection selection, @Nullable Cursor from, int skipped, int need) {
        SortKey key = run.like().key();
        boolean isAscending = run.like().direction() == Direction.ASCENDING;
        String order = isAscending ? "" : " desc";
        String after = from == null
                ? ""
                : " where m.number > 0 or (m.key, m.id) " + (isAscending ? ">" : "<") + " ((select cast(:key as "
                        + key.type() + ")), cast(:id as uuid))"; // a cast of its own is made for every row
        // Written out for those of the page alone, which took as long as finding all.
        return jdbc.sql("select p.id, p.number, " + key.asText("p.key") + " as key from (select * from "
                        + ofRun(run, selection) + after + " order by m.number, m.key" + order + ", m.id" + order
                        + " offset :skipped limit :need) p order by p.number, p.key" + order + ", p.id" + order)
                .params(selection.parameters())
                .params(ofRun(run))
                .param("key", from == null ? "" : from.key())
                .param("id", from == null ? "" : from.id())
                .param("skipped", skipped)
                .param("need", need)
                .query((row, number) ->
                        new Match(row.getObject("id", UUID.class), row.getInt("number"), row.getString("key")))
                .list();
    }

    /** How many rows match the texts of the filter. */
    long count(TextMatches.Run run, Selection selection) {
        return jdbc.sql("select count(*) from " + ofRun(run, selection))
                .params(selection.parameters())
                .params(ofRun(run))
                .query(Long.class)
                .single();
    }

    /**
     * The matches are planned by themselves ("offset 0"), or an index in the order of the page would be gone through for them. Where
     * they are all of one segment nothing is looked up: a sort by moments is twice as fast as one by a number, and moments.
     */
    private static String ofRun(TextMatches.Run run, Selection selection) {
        String key = "o." + run.like().key().column() + " as key";
        return run.isEverything()
                ? "(select o.id, 0 as number, " + key + " from " + selection.matching() + " offset 0) m"
                : "(select a.id, s.number, a.key from (select o.id, o.class, " + key + " from " + selection.matching()
                        + " offset 0) a join unnest(cast(:ofRun as int[]), cast(:numbers as int[])) s (class, number) "
                        + "on s.class = a.class) m";
    }

    private static Map<String, Object> ofRun(TextMatches.Run run) {
        return Map.of(
                "ofRun", run.classes().toArray(Integer[]::new),
                "numbers", run.numbers().toArray(Integer[]::new));
    }

    /** How many rows match, counted up to one more than wanted. */
    public long count(Selection selection, long most) {
        return jdbc.sql("select count(*) from (select from " + selection.matching() + " limit :most) counted")
                .params(selection.parameters())
                .param("most", most + 1)
                .query(Long.class)
                .single();
    }

    /** The rows that are there, in no order. */
    public List<WizardSessionOverview> find(Collection<WizardSessionId> ids, Map<Integer, GridClass> classes) {
        return jdbc.sql("select " + COLUMNS
                        + " from wizard_session_overview o where o.id = any (cast(:rows as uuid[]))")
                .param("rows", texts(List.copyOf(ids), WizardSessionId::toString))
                .query((row, number) -> overview(row, classes))
                .list();
    }

    private static FoundRow found(ResultSet row, Selection selection) throws SQLException {
        return new FoundRow(overview(row, selection.classes()), row.getString("sort_key"));
    }

    private static WizardSessionOverview overview(ResultSet row, Map<Integer, GridClass> classes) throws SQLException {
        GridClass its = classes.get(row.getInt("class"));
        if (its == null) {
            throw new IllegalStateException("No class " + row.getInt("class"));
        }
        Instant completed = instant(row, "completed_at");
        return new WizardSessionOverview(
                new WizardSessionId(row.getObject("id", UUID.class)),
                new UserId(row.getString("user_id")),
                row.getString("account_name"),
                row.getString("session_name"),
                its.wizardId(),
                its.wizardName(),
                its.builtIn(),
                row.getInt("wizard_version"),
                WizardSessionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("current_step"),
                row.getBigDecimal("progress_percentage"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                completed,
                row.getObject("total_time_seconds", Long.class),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static <T> String[] texts(List<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.toList()).toArray(String[]::new);
    }
}
