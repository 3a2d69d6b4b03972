package dev.gangway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.training.Course;
import dev.gangway.training.Courses;
import dev.gangway.training.TrainingWorld;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardSessionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser in front of names and answers that would be scripts, were they taken for more than text. */
@BrowserTest
class HostileTextsPageTest {

    private static final String SCRIPT = "<img src=x onerror='window.pwned=1'><script>window.pwned=1</script>";

    /** Tells of everything that the page's own policy had to stop: text gives it nothing to stop. */
    private static final String WATCH = "window.stopped = [];"
            + "document.addEventListener('securitypolicyviolation', e => window.stopped.push(e.blockedURI + ' ' + e.sample));";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private TrainingWorld training;

    @Autowired
    private Courses courses;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private Browsing browsing;

    private String name = "";
    private String run = "";
    private UUID wizard = new UUID(0, 0);

    @BeforeEach
    void everythingIsNamedAsNobodyWould() {
        name = SCRIPT + ids.next();
        UserId person = ((AccountOutcome.Saved)
                        accounts.create(NewAccount.named(name, Role.USER, Role.TRAINER), People.PASSWORD))
                .account()
                .id();
        wizard = wizards.publish("""
                steps:
                  - key: one
                    title: "%1$s"
                    help: "%1$s"
                    fields:
                      - {key: text, type: long_text, label: "%1$s", help: "%1$s", default: "%1$s"}
                      - {key: choice, type: single_choice, label: "%1$s", options: [{value: a, label: "%1$s"}]}
                      - {key: several, type: multiple_choice, label: "%1$s", options: [{value: a, label: "%1$s"}]}
                  - {key: two, title: Two, fields: []}
                """.formatted(SCRIPT));
        WizardSessionId begun = wizards.begin(person, wizard);
        run = begun.value().toString();
        jdbc.sql("update wizard_sessions set session_name = :name where id = :id")
                .param("name", SCRIPT)
                .param("id", begun.value())
                .update();
        TrainingWorld.Town town = training.town();
        courses.put(town.admin(), new Course(town.course(), SCRIPT), null);
        UserId trainer = training.trainer(town, town.centre());
        training.assign(town, training.booking(town, "ONE_ON_ONE", "OFFLINE", "10:00", person));
        jdbc.sql("update students set name = :name where user_id = :id")
                .param("name", SCRIPT)
                .param("id", person.value())
                .update();
        jdbc.sql("update accounts set username = :name where id = :id")
                .param("name", name + "-trainer")
                .param("id", trainer.value())
                .update();
        projector.catchUp();
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void noScriptRunsAndThePolicyHasNothingToStop() {
        walk(
                name,
                List.of(
                        "/wizards",
                        "/wizards/run/" + run + "/one",
                        "/sessions",
                        "/student/sessions",
                        "/trainer/sessions",
                        "/account"));
        walk(
                people.admin().name(),
                List.of(
                        "/admin/sessions?q=pwned",
                        "/admin/sessions?session=" + run,
                        "/admin/wizards",
                        "/admin/wizards/" + wizard,
                        "/admin/wizards/" + wizard + "/versions",
                        "/admin/statistics?wizard=" + wizard,
                        "/admin/accounts?account=pwned",
                        "/admin/purchases",
                        "/admin/trainers",
                        "/admin/trainers/courses",
                        "/admin/reconcile"));
    }

    private void walk(String who, List<String> addresses) {
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), "http://localhost:" + port);
        Page page = person.page();
        page.addInitScript(WATCH);
        person.logIn(who, People.PASSWORD);
        int seen = 0;
        for (String address : addresses) {
            person.open(address);
            page.locator("h1").first().waitFor();
            assertThat(page.evaluate("window.pwned === undefined")).as(address).isEqualTo(true);
            assertThat((List<?>) page.evaluate("window.stopped"))
                    .as("stopped on " + address)
                    .isEmpty();
            seen += page.locator("body").innerText().contains("onerror") ? 1 : 0;
        }
        assertThat(seen).as("pages that show the text as text").isGreaterThan(2);
    }
}
