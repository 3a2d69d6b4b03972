package dev.gangway.jobs.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class JobsViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anAdministratorOpensThePage() {
        pages.openAs(accounts.user(), Role.ADMIN);
        UI.getCurrent().navigate("admin/jobs");
    }

    @AfterEach
    void close() {
        pages.close();
        jdbc.sql("delete from scheduled_tasks where task_name = 'left-by-another-version'")
                .update();
    }

    @Test
    void everyJobIsThereInWordsWithItsNextTime() {
        assertThat(_get(H1.class).getText()).isEqualTo("Jobs");
        assertThat(shown())
                .contains("By the clock", "Correct login sessions", "Planned", "On request", "Read websites")
                .doesNotContain("jobs.", "Not known to this version");
    }

    @Test
    void aJobIsRunNowAndThePageSaysSo() {
        _click(runNow("Forget erasures"));

        expectNotifications("Forget erasures: begins now");
    }

    @Test
    void whatFailsOrIsLateShowsByItselfAndIsGoneWhenItIs() {
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_failure,
                            consecutive_failures, version)
                        values ('left-by-another-version', 'one', now() + interval '1 hour', false, now(), 2, 1)
                        """).update();
        poll();
        assertThat(shown())
                .contains("left-by-another-version", "Not known to this version", "Failed", "failed 2 times in a row")
                .doesNotContain("Every job runs as planned");

        jdbc.sql("""
                        update scheduled_tasks set execution_time = now() - interval '2 minutes'
                        where task_name = 'left-by-another-version'
                        """).update();
        poll();
        assertThat(shown()).contains("Jobs are late", "Late");

        jdbc.sql("delete from scheduled_tasks where task_name = 'left-by-another-version'")
                .update();
        poll();
        assertThat(shown()).doesNotContain("left-by-another-version");
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
    }

    private static Button runNow(String title) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(button -> button.getAriaLabel()
                        .filter(("Run now: " + title)::equals)
                        .isPresent()));
    }

    private static String shown() {
        return _get(JobsView.class).getElement().getTextRecursively();
    }
}
