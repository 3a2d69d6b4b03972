package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Judges millions of rows by some thousands of them that were picked by chance and have an index of their own. */
@Repository
public class GridSample {

    /** Rows of the projection whose {@code sample} lies below: those that the index of the sample has. */
    private static final int SAMPLED = 65_536;

    private static final int SAMPLES = 1_048_576;

    /** So many rows show which branches are worth reading first. */
    private static final int GLANCE = 4_000;

    /** Planned by itself ("offset 0"): the index of a branch, gone through for the few of its rows that are in the sample, takes long. */
    private static final String OF_SAMPLE =
            "(select * from wizard_session_overview where sample < :bound and sample < " + SAMPLED + " offset 0) o";

    private final JdbcClient jdbc;

    GridSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A share of the rows, by chance: how many were looked at, and how many of them match. */
    public record Share(long seen, long matching) {

        /** How many of so many rows match, about. */
        public long of(long rows) {
            return seen == 0 ? 0 : rows * matching / seen;
        }
    }

    /** Looks at so many rows, by chance. */
    public Share look(Selection selection, long all, int wanted) {
        return jdbc.sql("select count(*) as seen, count(*) filter (where true" + selection.everything()
                        + ") as matching from " + OF_SAMPLE)
                .params(selection.parameters())
                .param("bound", bound(all, wanted))
                .query((row, number) -> new Share(row.getLong("seen"), row.getLong("matching")))
                .single();
    }

    /** The branches of a segment that some of the sample matches in, by their values. */
    Set<String> rich(Segment segment, Selection selection) {
        return jdbc.sql("select distinct cast(" + segment.branching().sampled() + " as text) as branch from "
                        + OF_SAMPLE + " where true" + selection.everything())
                .params(selection.parameters())
                .param("bound", bound(selection.allRows(), GLANCE))
                .query((row, number) -> row.getString("branch"))
                .set();
    }

    /** The place that so large a part of a segment's rows comes before, judged by a sample; null where the sample has none. */
    @Nullable Cursor place(Segment segment, Selection selection, double part, long all, int wanted) {
        String key = segment.key().column();
        String order = segment.direction() == Direction.ASCENDING ? "" : " desc";
        return jdbc.sql("with s as (select o." + key + " as key, o.id, row_number() over (order by o." + key + order
                        + ", o.id" + order + ") as number, count(*) over () as size from " + OF_SAMPLE + " where "
                        + segment.branching().sampled() + " = any (cast(:values as "
                        + segment.branching().type()
                        + "[]))" + selection.everything() + ") select "
                        + segment.key().asText("key") + " as key, id from s where number = greatest(1, least(size, "
                        + "ceil(size * cast(:part as double precision))::bigint))")
                .params(selection.parameters())
                .param("bound", bound(all, wanted))
                .param("part", part)
                .param(
                        "values",
                        segment.branches().stream().map(Segment.Branch::value).toArray(String[]::new))
                .query((row, number) -> new Cursor(segment.label(), row.getString("key"), row.getString("id")))
                .optional()
                .orElse(null);
    }

    /** As much of the sample as has so many rows. */
    private static long bound(long all, int wanted) {
        return Math.max(1, Math.min(SAMPLED, (long) Math.ceil((double) SAMPLES * wanted / Math.max(1, all))));
    }
}
