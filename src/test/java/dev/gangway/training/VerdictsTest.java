package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentOutcome.Decided;
import dev.gangway.training.Candidate.Reason;
import dev.gangway.training.TrainingWorld.Town;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class VerdictsTest {

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Assignments assignments;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatAServerOfTheVersionBeforeWritesIsReadAsItIs() {
        Town town = world.town();
        UserId near = world.trainer(town, town.north(1));
        UserId homeless = world.trainer(town, null);
        Decided decided = world.assign(town, world.booking(town));
        Verdict verdict = assignments.verdict(decided.purchaseId()).orElseThrow();
        jdbc.sql("""
                        update assignment_verdicts
                        set candidates = null, distances_millimetres = null, loads = null, eligible = null, reasons = null
                        where id = :id
                        """).param("id", decided.verdictId()).update();

        jdbc.sql("""
                        insert into verdict_candidates (verdict_id, position, trainer_id, distance_millimetres, load, eligible,
                            reason)
                        values (:id, 1, :near, :away, 0, true, null), (:id, 2, :homeless, null, 0, false, 'NO_COORDINATES')
                        """)
                .param("id", decided.verdictId())
                .param("near", near.value())
                .param("homeless", homeless.value())
                .param("away", 1_000_000)
                .update();

        Verdict old = assignments.verdict(decided.purchaseId()).orElseThrow();
        assertThat(old.candidates())
                .containsExactly(
                        new Verdict.Considered(near, 1.0, 0, true, null),
                        new Verdict.Considered(homeless, null, 0, false, Reason.NO_COORDINATES));
        assertThat(old.candidates())
                .extracting(Verdict.Considered::trainer, Verdict.Considered::eligible, Verdict.Considered::reason)
                .isEqualTo(verdict.candidates().stream()
                        .map(each ->
                                org.assertj.core.groups.Tuple.tuple(each.trainer(), each.eligible(), each.reason()))
                        .toList());
    }

    @Test
    void whatAServerOfTheVersionBeforeReadsNamesEverybody() {
        Town town = world.town();
        UserId near = world.trainer(town, town.north(1));
        UserId homeless = world.trainer(town, null);

        Decided decided = world.assign(town, world.booking(town));

        assertThat(jdbc.sql("select * from verdict_candidates where verdict_id = :verdict order by position")
                        .param("verdict", decided.verdictId())
                        .query((row, number) -> row.getInt("position") + " " + row.getString("trainer_id") + " "
                                + row.getString("reason"))
                        .list())
                .isEqualTo(List.of("1 " + near.value() + " null", "2 " + homeless.value() + " NO_COORDINATES"));
    }

    @Test
    void whoIsGoneIsLeftOutAndTheOthersStayInTheirOrder() {
        Town town = world.town();
        UserId near = world.trainer(town, town.north(1));
        UserId middle = world.trainer(town, town.north(2));
        UserId far = world.trainer(town, town.north(3));
        Decided decided = world.assign(town, world.booking(town));

        jdbc.sql("delete from accounts where id = :id")
                .param("id", middle.value())
                .update();

        assertThat(assignments.verdict(decided.purchaseId()).orElseThrow().candidates())
                .extracting(Verdict.Considered::trainer)
                .containsExactly(near, far);
    }
}
