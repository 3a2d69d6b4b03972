package dev.gangway.wizard.internal.statistics;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.RefusedAnswers;
import dev.gangway.wizard.WizardSession;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how often the fields of a wizard session were refused: in one statement of the refused Next's transaction. */
@Repository
class RefusalStore implements RefusedAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    RefusalStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Fields that the step does not have are a program's mistake, and whoever sends them could name any: not kept. Nor is the
     * refusal of a first Next that would have begun the wizard session.
     */
    @Override
    public void refused(WizardSession run, String stepKey, List<FieldProblem> problems) {
        String[] fields = problems.stream()
                .filter(problem -> !problem.message().key().equals("field.unknown"))
                .map(FieldProblem::field)
                .toArray(String[]::new);
        if (fields.length == 0) {
            return;
        }
        // The caller holds the lock of the wizard session, so that these rows have one writer at a time.
        jdbc.sql("""
                        with begun as (select id from wizard_sessions where id = :id),
                             told as (insert into wizard_session_changes (wizard_session_id) select id from begun),
                             mended as (
                                 update wizard_session_refusals set last = false
                                 where wizard_session_id = :id and step_key = :step and last
                                   and field_key <> all (cast(:fields as text[])))
                        insert into wizard_session_refusals as r
                            (wizard_session_id, step_key, field_key, user_id, problems, last, version, refused_at)
                        select b.id, :step, field, :user, count(*), true, :version, :now
                        from begun b, unnest(cast(:fields as text[])) field
                        group by b.id, field
                        on conflict (wizard_session_id, step_key, field_key) do update
                            set problems = r.problems + excluded.problems, last = true, version = excluded.version,
                                refused_at = excluded.refused_at
                        """)
                .param("id", run.id().value())
                .param("step", stepKey)
                .param("user", run.userId().value())
                .param("fields", fields)
                .param("version", run.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
