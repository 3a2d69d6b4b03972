package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.utc;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.Candidate.Shift;
import dev.gangway.training.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds candidates in the order in which they are preferred, so that an index ends the search: by the straight line through
 * the Earth to their home, or by what they have to do. A load that time has overtaken is counted anew.
 */
@Repository
public class CandidateStore {

    /**
     * What is asked for, as a query of its own: its values are worked out once, the multirange is not read from its text for each
     * lesson, and no plan depends on them. The database would else make the plan of each search anew, which takes as long as the
     * search.
     */
    private static final String ASKED = """
            with asked as materialized (
                select cast(:course as varchar) as course, cast(:zone as varchar) as zone,
                       earth_point(:latitude, :longitude) as point, cast(:reach as double precision) as reach,
                       cast(:slots as tstzmultirange) as slots, cast(:now as timestamptz) as now,
                       cast(:from as timestamptz) - interval '480 minutes' as after, cast(:before as timestamptz) as before,
                       cast(:own as uuid) as own, cast(:unfit as text[]) as unfit)
            """;

    private static final String HERE = "(select point from asked)";

    private static final String NOW = "(select now from asked)";

    private static final String LOAD = """
            case when c.load_valid_until > %1$s then c.load else trainer_load(c.trainer_id, %1$s) end
            """.formatted(NOW);

    /**
     * Most trainers have nothing in these weeks, which the index of their days tells at a tenth of what the one of all
     * ranges takes; "is true" keeps the latter out of it. No lesson is longer than the 480 minutes. "offset 0" has each trainer
     * looked up: a plan made while there were few lessons would read all of them first, and is kept when there are many.
     */
    private static final String TAKEN = """
            exists (select from purchase_sessions s
                    where s.trainer_id = c.trainer_id and s.status <> 'cancelled'
                      and s.starts_at > (select after from asked) and s.starts_at < (select before from asked)
                      and (tstzrange(s.starts_at, s.ends_at) && (select slots from asked)) is true
                      and s.purchase_id is distinct from (select own from asked)
                    offset 0)
            """;

    /** By their names: the columns of a union must not change under a server because a newer one adds another. */
    private static final String COLUMNS = """
            c.trainer_id, c.number, c.point, %s as load, c.capacity, c.works_from, c.works_to, c.time_zone,
            %s as load_valid_until, c.last_assigned_at, c.revision""";

    private static final String FROM_COURSES =
            "select " + COLUMNS.formatted("c.load", "c.load_valid_until") + " from trainer_courses c where";

    private static final String OF_THE_ZONE =
            " c.course_id = (select course from asked) and c.zone_id = (select zone from asked) and c.active ";

    /** In this order: the lessons of those who have no room are not looked at. */
    private static final String POSSIBLE = " and case when " + LOAD + " < c.capacity"
            + " and concat_ws(' ', c.works_from, c.works_to, c.time_zone) <> all ((select unfit from asked)::text[])"
            + " then not " + TAKEN + " else false end ";

    private static final String REACHING = " and c.point <@ cube_enlarge(" + HERE + ", (select reach from asked), 3) ";

    private static final String[] NO_SHIFTS = {};

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The most preferred ones, whether they can or not. */
    public List<Candidate> first(Search search, int limit) {
        return search.wanted().hasOfflineLessons()
                ? rows(search, nearest("", 0, limit))
                : rows(search, leastLoaded("", 0, limit));
    }

    /**
     * The most preferred ones of those who have room and time; their hours are for the caller to look at.
     *
     * @param unfit hours of which the caller knows that they do not suit; who works at those is left out
     */
    public List<Candidate> possible(Search search, Set<Shift> unfit, int offset, int limit) {
        String chosen = search.wanted().hasOfflineLessons()
                ? nearest(REACHING + POSSIBLE, offset, limit)
                : leastLoaded(POSSIBLE, offset, limit);
        return statement(search, chosen)
                .param("unfit", unfit.stream().map(CandidateStore::text).toArray(String[]::new))
                .query((row, number) -> candidate(row))
                .list();
    }

    private static String text(Shift shift) {
        return shift.hours().fromMinute() + " " + shift.hours().toMinute() + " " + shift.zone();
    }

    /** Those of them who live exactly so far away, who has waited longest first. */
    public List<Candidate> possibleAt(Search search, long millimetres, int offset, int limit) {
        String ring = " and c.point <@ cube_enlarge(" + HERE + ", :ring, 3) and earth_millimetres(c.point, " + HERE
                + ") = :millimetres" + POSSIBLE;
        String sql = FROM_COURSES + OF_THE_ZONE + ring + " order by c.last_assigned_at, c.trainer_id collate \"C\""
                + page(offset, limit);
        return statement(search, sql)
                .param("ring", millimetres / 1000.0 + 0.01)
                .param("millimetres", millimetres)
                .query((row, number) -> candidate(row))
                .list();
    }

    /** Who has lessons of a purchase to come. */
    public List<UserId> givers(UUID purchase, Instant now) {
        return jdbc.sql("""
                        select distinct trainer_id from purchase_sessions
                        where purchase_id = :purchase and trainer_id is not null and status <> 'cancelled' and starts_at > :now
                        """)
                .param("purchase", purchase)
                .param("now", utc(now))
                .query((row, number) -> new UserId(row.getString("trainer_id")))
                .list();
    }

    /** One candidate as they are now; empty where they are none any more. */
    public Optional<Candidate> one(Search search, UserId trainer) {
        String sql = FROM_COURSES + OF_THE_ZONE + "and c.trainer_id = :trainer";
        return statement(search, sql)
                .param("trainer", trainer.value())
                .query((row, number) -> candidate(row))
                .optional();
    }

    private List<Candidate> rows(Search search, String sql) {
        return statement(search, sql).query((row, number) -> candidate(row)).list();
    }

    private static String nearest(String condition, int offset, int limit) {
        return FROM_COURSES + OF_THE_ZONE + condition + " order by c.point <-> " + HERE + page(offset, limit);
    }

    /** Those whose load holds come from the index in their order, the few whose load time has overtaken are added. */
    private static String leastLoaded(String condition, int offset, int limit) {
        String order = " order by load, last_assigned_at, trainer_id collate \"C\"";
        return "select * from ((" + FROM_COURSES + OF_THE_ZONE
                + " and c.load_valid_until > " + NOW + condition
                + order + page(0, offset + limit) + ") union all"
                + " (select " + COLUMNS.formatted("trainer_load(c.trainer_id, " + NOW + ")", "timestamptz 'infinity'")
                + " from trainer_courses c where" + OF_THE_ZONE
                + " and c.load > 0 and c.load_valid_until <= " + NOW + condition + ")) either"
                + order + page(offset, limit);
    }

    private static String page(int offset, int limit) {
        return " limit " + limit + " offset " + offset;
    }

    private JdbcClient.StatementSpec statement(Search search, String chosen) {
        return jdbc.sql(ASKED + ", chosen as materialized (" + chosen
                        + ") select c.trainer_id, c.number, earth_millimetres(c.point, asked.point) as millimetres, "
                        + LOAD
                        + " as load, c.capacity, c.works_from, c.works_to, c.time_zone, c.last_assigned_at, c.revision, "
                        + TAKEN + " as taken from asked, chosen c")
                .param("now", utc(search.now()))
                .param("course", search.course())
                .param("zone", search.zone())
                .param("latitude", search.place().latitude())
                .param("longitude", search.place().longitude())
                .param("slots", search.multirange())
                .param("from", utc(search.begins()))
                .param("before", utc(search.ends()))
                .param("own", search.own() == null ? null : search.own().toString())
                .param("reach", search.wanted().radiusKm() * 1000 + 0.01)
                .param("unfit", NO_SHIFTS);
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        @Nullable Long millimetres = row.getObject("millimetres", Long.class);
        return new Candidate(
                new UserId(row.getString("trainer_id")),
                row.getInt("number"),
                millimetres,
                row.getInt("load"),
                row.getInt("capacity"),
                new WorkingHours(row.getInt("works_from"), row.getInt("works_to")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("taken"),
                Columns.instant(row, "last_assigned_at"),
                row.getLong("revision"));
    }
}
