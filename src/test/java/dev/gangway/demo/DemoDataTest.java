package dev.gangway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.DemoMode;
import dev.gangway.base.UserId;
import dev.gangway.demo.command.GenerateDemoData;
import dev.gangway.wizard.StepHandler;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverviews;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.StepRules;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** What is made up for demonstrations is as right as what people do. */
@GangwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDataTest {

    private static final int SESSIONS = 400;

    @Autowired
    private DemoData data;

    @Autowired
    private WizardSessionOverviews overviews;

    @Autowired
    private DemoMode demo;

    @Autowired
    private Clock clock;

    @Autowired
    private WizardSessions wizardSessions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void isMadeUp() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new GenerateDemoData(data, demo, clock))
                .setOut(new PrintWriter(out))
                .execute("--sessions", String.valueOf(SESSIONS));
        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("added: 400 in ");
    }

    @AfterAll
    void nothingIsLeft() {
        jdbc.sql("delete from accounts where id like 'demo\\_%'").update();
    }

    @Test
    void aDemonstrationThatHasWizardSessionsGetsNoMoreByItself() {
        long before = wizardSessionsStored();

        new DemoSessions(demo, overviews, data, new DemoSessionsProperties(10)).fillIfEmpty();

        assertThat(wizardSessionsStored()).isEqualTo(before);
    }

    @Test
    void everyWizardSessionIsWhatTheEngineWouldHaveMadeOfItsAnswers() {
        List<Made> all = made();

        assertThat(all).hasSize(SESSIONS);
        for (Made each : all) {
            WizardSessionView view = wizardSessions.find(each.user(), each.id()).orElseThrow();
            WizardSession run = view.session();
            assertThat(run.lastActivityAt()).isAfterOrEqualTo(run.startedAt());
            assertThat(run.currentStep().key()).isEqualTo(each.currentStep());
            assertThat(run.isCompleted() ? run.missingSteps() : List.of()).isEmpty();
            assertThat(view.responses())
                    .allSatisfy(response -> assertThat(
                                    StepRules.check(step(view, response.stepKey()), response.data(), response.data()))
                            .isInstanceOf(StepHandler.Check.Valid.class));
        }
    }

    @Test
    void allKindsOfPeopleAreThere() {
        List<String> statuses =
                jdbc.sql("""
                        select status || ' ' || case when count(*) > 10 then 'many' else 'few' end
                        from wizard_sessions where user_id like 'demo\\_%' group by status order by status
                        """).query((row, number) -> row.getString(1)).list();

        assertThat(statuses).contains("abandoned many", "completed many");
        assertThat(jdbc.sql("""
                        select count(distinct wizard_id) from wizard_sessions where user_id like 'demo\\_%'
                        """).query(Long.class).single()).isEqualTo(5);
    }

    @Test
    void theGridAndTheCountsKnowThem() {
        assertThat(jdbc.sql("""
                        select count(*) from wizard_sessions ws
                                 join wizard_session_overview o on o.id = ws.id and o.version = ws.version and o.status = ws.status
                        where ws.user_id like 'demo\\_%'
                        """).query(Integer.class).single()).isEqualTo(SESSIONS);
        assertThat(jdbc.sql("""
                        select count(*) from wizard_session_truths(array(select id from wizard_sessions where user_id like 'demo\\_%'))
                        """).query(Integer.class).single()).isEqualTo(SESSIONS);
    }

    @Test
    void whoWasUnderWayGoesOn() {
        jdbc.sql("""
                        select id, user_id, current_step from wizard_sessions
                        where user_id like 'demo\\_%' and status <> 'completed' limit 5
                        """)
                .query((row, number) -> new Made(
                        new WizardSessionId(row.getObject("id", UUID.class)),
                        new UserId(row.getString("user_id")),
                        row.getString("current_step")))
                .list()
                .forEach(each -> assertThat(wizardSessions
                                .open(each.user(), each.id())
                                .orElseThrow()
                                .session()
                                .isOpen(each.currentStep()))
                        .isTrue());
    }

    private static AskedStep step(WizardSessionView view, String key) {
        return view.asked().stream()
                .filter(step -> step.content().key().equals(key))
                .findAny()
                .orElseThrow();
    }

    private List<Made> made() {
        return jdbc.sql("select id, user_id, current_step from wizard_sessions where user_id like 'demo\\_%'")
                .query((row, number) -> new Made(
                        new WizardSessionId(row.getObject("id", UUID.class)),
                        new UserId(row.getString("user_id")),
                        row.getString("current_step")))
                .list();
    }

    private record Made(WizardSessionId id, UserId user, String currentStep) {}

    private long wizardSessionsStored() {
        return jdbc.sql("select count(*) from wizard_sessions")
                .query(Long.class)
                .single();
    }
}
