package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator looks at how a wizard does, and follows a figure to the rows behind it. */
@BrowserTest
class StatisticsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Browsing browsing;

    private Wizard laptop;

    /** Over three weeks, with people at every step. */
    @BeforeEach
    void aBrowserAndPeopleUnderWay() {
        laptop = playable.laptop();
        UserId ada = accounts.user();
        for (int i = 0; i < 48; i++) {
            WizardSessionId run = i % 4 < 2 ? playable.completedLaptop(ada, laptop) : playable.started(ada, laptop);
            if (i % 4 == 2) {
                sessions.next(ada, run, "model", Submission.of(PlayableWizards.answers("{\"size\": \"huge\"}")));
                playable.next(ada, run, "model", "{\"size\": \"small\"}");
                sessions.skip(ada, run, "extras");
                sessions.next(ada, run, "delivery", Submission.of(PlayableWizards.answers("{\"day\": \"soon\"}")));
            } else if (i % 8 == 3) {
                sessions.next(
                        ada,
                        run,
                        "model",
                        Submission.of(PlayableWizards.answers("{\"size\": \"huge\", \"memory\": 999}")));
            }
            jdbc.sql("""
                            update wizard_sessions set started_at = started_at - interval '1 day' * :days,
                                total_time_seconds = case when status = 'completed' then :seconds end
                            where id = :id
                            """)
                    .param("days", i * i % 23)
                    .param("seconds", 60 + i * i * 7)
                    .param("id", run.value())
                    .update();
        }
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void aFigureLeadsToTheRowsThatItCounts() {
        Person admin = admin(1280, 900, "en-GB");
        Page page = admin.page();
        assertThat(page.locator("gangway-chart svg")).hasCount(3);
        admin.findsEverythingAccessible("statistics");
        pictured(admin, "desktop-statistics");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        pictured(admin, "desktop-statistics-dark");

        Locator reached = page.locator("tr", new Page.LocatorOptions().setHasText("Delivery"))
                .getByRole(AriaRole.LINK)
                .first();
        assertThat(reached).hasText("36");
        reached.click();

        admin.sees("All sessions");
        assertThat(page.locator(".overview-tools")).containsText("36 wizard sessions");
        assertThat(page.url()).contains("mark=reached");
    }

    @Test
    void theWholePageOnAPhoneAndInOtherLanguages() {
        Person phone = admin(360, 740, "de-DE");
        assertThat(phone.page().locator("gangway-chart svg")).hasCount(3);
        phone.page().getByText("Die Zahlen als Tabelle").click();
        pictured(phone, "phone-statistics");
        phone.findsEverythingAccessible("statistics on a phone");
        phone.open("/admin/statistics");
        assertThat(phone.page().locator("gangway-chart svg")).hasCount(2);
        phone.findsEverythingAccessible("statistics of all wizards on a phone");
        pictured(phone, "phone-statistics-all");
    }

    private static void pictured(Person person, String name) {
        int height = ((Number) person.page().evaluate("document.documentElement.scrollHeight")).intValue();
        int width = person.page().viewportSize().width;
        int before = person.page().viewportSize().height;
        person.page().setViewportSize(width, Math.min(height, 4000));
        person.isPictured(name);
        person.page().setViewportSize(width, before);
    }

    private Person admin(int width, int height, String locale) {
        Person person = Person.in(browsing.context(width, height, locale), "http://localhost:" + port);
        person.logIn(people.admin().name(), People.PASSWORD);
        person.open("/admin/statistics?wizard=" + laptop.id());
        assertThat(person.page().locator("h1")).isVisible();
        return person;
    }
}
