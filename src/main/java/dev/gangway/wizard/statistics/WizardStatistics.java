package dev.gangway.wizard.statistics;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures about the wizard sessions of everybody, for administrators. */
@Service
@Transactional(readOnly = true)
public class WizardStatistics {

    private final JdbcClient jdbc;

    WizardStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each day of a range, also those on which nothing was started. */
    public List<DayCount> perDay(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select day::date, count(s.id) as started,
                               count(s.id) filter (where s.status = 'completed') as completed
                        from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') day
                        left join wizard_sessions s on (s.started_at at time zone 'UTC')::date = day::date
                        group by 1 order by 1
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new DayCount(
                        row.getObject("day", LocalDate.class), row.getLong("started"), row.getLong("completed")))
                .list();
    }
}
