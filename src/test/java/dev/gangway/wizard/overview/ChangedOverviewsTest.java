package dev.gangway.wizard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.live.LiveChange;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.WizardSessionId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class ChangedOverviewsTest {

    @Autowired
    private ChangedOverviews changes;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    private WizardSessionId run;

    @BeforeEach
    void somebodyRunsAWizard() {
        UserId ada = accounts.user();
        run = playable.started(ada, playable.laptop());
        projector.catchUp();
    }

    @Test
    void whoIsToldTheSameChangeReadsItOnce() throws Exception {
        LiveChange change = LiveChange.of(run.value().toString());

        assertThat(statements.of(() -> changes.find(change, Set.of(run)))).isNotEmpty();
        assertThat(statements.of(() -> changes.find(change, Set.of(run)))).isEmpty();
        assertThat(changes.find(change, Set.of(run)))
                .singleElement()
                .satisfies(row -> assertThat(row.id()).isEqualTo(run));
    }

    @Test
    void aLaterChangeOfTheSameRowIsReadAgain() {
        LiveChange earlier = LiveChange.of(run.value().toString());
        LiveChange later = LiveChange.of(run.value().toString());
        assertThat(changes.find(earlier, Set.of(run))).extracting("name").doesNotContain("Renamed");

        jdbc.sql("update wizard_sessions set session_name = 'Renamed' where id = :id")
                .param("id", run.value())
                .update();
        projector.catchUp();

        assertThat(changes.find(later, Set.of(run))).extracting("name").containsExactly("Renamed");
    }

    @Test
    void ofNoRowsNothingIsRead() throws Exception {
        assertThat(statements.of(() -> changes.find(new LiveChange.Anything(), Set.of())))
                .isEmpty();
    }
}
