package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class JobsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
        jdbc.sql("delete from scheduled_tasks where task_name = 'left-by-another-version'")
                .update();
    }

    @Test
    void anAdministratorHasAJobRunNowAndStaysAtItsButton() {
        Person admin = loggedIn(1280, 900);
        admin.findsEverythingAccessible("jobs");
        admin.isPictured("desktop-jobs");

        admin.click("Run now: Forget erasures");

        assertThat(admin.page().getByText("Forget erasures: begins now")).isVisible();
        assertThat(admin.button("Run now: Forget erasures")).isFocused();
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, last_failure,
                            consecutive_failures, version)
                        values ('left-by-another-version', 'one', now() + interval '1 hour', false, now(), 2, 1)
                        """).update();
        Locator failed = admin.page().locator("tr:has-text('left-by-another-version')");
        assertThat(failed).containsText("failed 2 times in a row");
        assertThat(admin.button("Run now: Forget erasures")).isFocused();
        admin.findsEverythingAccessible("jobs that failed");
        admin.isPictured("desktop-jobs-failed");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured("desktop-jobs-dark");
    }

    @Test
    void onAPhoneJobsAreCardsAndNothingScrollsSideways() {
        Person admin = loggedIn(360, 740);

        assertThat(admin.page().locator("td:nth-child(2)").first().evaluate("cell => getComputedStyle(cell).display"))
                .isEqualTo("grid");
        admin.findsEverythingAccessible("jobs on a phone");
        admin.isPictured("phone-jobs");
    }

    private Person loggedIn(int width, int height) {
        BrowserContext context = browsing.context(width, height, "en-GB");
        Person admin = Person.in(context, "http://127.0.0.1:" + port);
        admin.logIn(people.admin().name(), People.PASSWORD);
        admin.open("/admin/jobs");
        admin.sees("Jobs");
        return admin;
    }
}
