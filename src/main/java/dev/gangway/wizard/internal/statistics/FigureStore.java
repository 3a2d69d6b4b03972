package dev.gangway.wizard.internal.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Sums up the figures of periods. Its readings agree with each other within one transaction of isolation level
 * <em>repeatable read</em>.
 */
@Repository
public class FigureStore {

    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A sum over the wizard sessions that were started in a period.
     *
     * @param figure, step, detail as {@code wizard_session_figures} explains them
     */
    public record Figure(UUID wizard, String figure, String step, String detail, long amount) {}

    /** How many were started on a day, and how many of them are completed. */
    public record Day(long started, long completed) {}

    /** Everything about a wizard. */
    public List<Figure> figures(UUID wizard, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select wizard_id, figure, step_key, detail, sum(amount) as amount from wizard_statistics
                        where figure in ('standing', 'reached', 'submitted', 'skipped', 'refused', 'stopped', 'problems', 'duration')
                          and wizard_id = :wizard and day between :from and :to
                        group by wizard_id, figure, step_key, detail having sum(amount) <> 0
                        """)
                .param("wizard", wizard)
                .param("from", from)
                .param("to", to)
                .query(FigureStore::figure)
                .list();
    }

    /** Where all wizards' sessions stand, and how long they took. */
    public List<Figure> figures(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select wizard_id, figure, '' as step_key, detail, sum(amount) as amount from wizard_statistics
                        where figure in ('standing', 'duration') and day between :from and :to
                        group by wizard_id, figure, detail having sum(amount) <> 0
                        """)
                .param("from", from)
                .param("to", to)
                .query(FigureStore::figure)
                .list();
    }

    private static Figure figure(ResultSet row, int number) throws SQLException {
        return new Figure(
                row.getObject("wizard_id", UUID.class),
                row.getString("figure"),
                row.getString("step_key"),
                row.getString("detail"),
                row.getLong("amount"));
    }

    /** The days on which something was started. */
    public Map<LocalDate, Day> days(@Nullable UUID wizard, LocalDate from, LocalDate to) {
        Map<LocalDate, Day> days = new TreeMap<>();
        jdbc.sql("""
                        select day, sum(amount) as started, coalesce(sum(amount) filter (where detail = 'completed'), 0) as completed
                        from wizard_statistics
                        where figure = 'standing' and day between :from and :to
                        """ + (wizard == null ? "" : " and wizard_id = :wizard") + " group by day")
                .param("wizard", wizard)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new Day(row.getLong("started"), row.getLong("completed")));
                });
        return days;
    }

    /** The first and the last day on which wizard sessions were started that are still there; empty without any. */
    public List<LocalDate> span() {
        // Of days, because indexes begin with them: of moments it takes a look at every row.
        return jdbc.sql("select min(started_day), max(started_day) from wizard_session_overview")
                .query((row, number) -> Stream.of(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class))
                        .filter(Objects::nonNull)
                        .toList())
                .single();
    }
}
