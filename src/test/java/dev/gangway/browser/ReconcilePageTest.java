package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class ReconcilePageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private StepData stepData;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Browsing browsing;

    private UUID wrongComplete;
    private UUID wrongIncomplete;
    private UUID orphaned;

    /** One login session slips past the onboarding, one sends back into it, one claims what is gone. */
    @BeforeEach
    void aBrowserAndLoginSessionsThatLie() {
        People.Known ada = people.user();
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        wrongComplete = brokenLoginSession(ada);
        People.Known done = people.user();
        stepData.walkTo(done.id(), OnboardingStep.SUMMARY);
        onboardings.finish(done.id());
        wrongIncomplete = loginSession(done);
        jdbc.sql("""
                        update login_sessions
                        set needs_onboarding = true, onboarding_completed = false, onboarding_step = 'api_keys'
                        where id = :id
                        """).param("id", wrongIncomplete).update();
        orphaned = brokenLoginSession(personWithALongName());
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void anAdministratorSeesWhatDisagreesAppliesItAndTakesItBack() {
        Person admin = loggedIn(1280, 900);
        admin.page().setViewportSize(1280, 1200);
        Locator row = row(admin, wrongComplete);
        assertThat(row).containsText("completed");
        assertThat(row).containsText("research");
        assertThat(row(admin, orphaned)).containsText("Source is gone");
        admin.findsEverythingAccessible("reconcile");
        admin.isPictured("desktop-reconcile");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured("desktop-reconcile-dark");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

        row.getByRole(AriaRole.CHECKBOX).check();
        row(admin, wrongIncomplete).getByRole(AriaRole.CHECKBOX).check();
        row(admin, orphaned).getByRole(AriaRole.CHECKBOX).check();
        admin.click("Apply selected (3)");

        assertThat(admin.page().getByText("Done: 3 corrected, 0 skipped")).isVisible();
        assertThat(row(admin, wrongComplete)).isHidden();
        assertThat(isWrong(wrongComplete)).isFalse();
        assertThat(isWrong(wrongIncomplete)).isFalse();
        assertThat(isWrong(orphaned)).isFalse();
        admin.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo what was applied"))
                .click();
        Locator dialog = admin.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("3 rows get the values before");
        assertThat(dialog).containsText("corrects itself again as soon as it is used");
        admin.isPictured("desktop-reconcile-undo");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();

        assertThat(admin.page().getByText("Undone: 3 brought back")).isVisible();
        assertThat(isWrong(wrongComplete)).isTrue();
        admin.isPictured("desktop-reconcile-undone");
        admin.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit trail"))
                .click();
        assertThat(admin.page().getByText("Had a correction undone").first()).isVisible();
        admin.findsEverythingAccessible("audit trail");
        admin.isPictured("desktop-audit-trail");
    }

    @Test
    void onAPhoneRowsAreCardsAndNothingScrollsSideways() {
        Person admin = loggedIn(360, 740);

        assertThat(row(admin, wrongComplete)).isVisible();
        assertThat(row(admin, wrongComplete).locator("td").first().evaluate("cell => getComputedStyle(cell).display"))
                .isEqualTo("grid");
        admin.findsEverythingAccessible("reconcile on a phone");
        row(admin, wrongComplete).scrollIntoViewIfNeeded();
        admin.isPictured("phone-reconcile");
    }

    /** As long as names may be, and without a place to break them at. */
    private People.Known personWithALongName() {
        People.Known known = people.user();
        String name = known.name() + "w".repeat(255 - known.name().length());
        jdbc.sql("update accounts set username = :name where id = :id")
                .param("name", name)
                .param("id", known.id().value())
                .update();
        return new People.Known(known.id(), name);
    }

    private UUID brokenLoginSession(People.Known person) {
        UUID id = loginSession(person);
        jdbc.sql("""
                        update login_sessions
                        set needs_onboarding = false, onboarding_completed = true, onboarding_step = 'completed'
                        where id = :id
                        """).param("id", id).update();
        return id;
    }

    private UUID loginSession(People.Known person) {
        Account account = accounts.find(person.id()).orElseThrow();
        return loginSessions
                .begin(account, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                .orElseThrow()
                .session()
                .id();
    }

    private boolean isWrong(UUID id) {
        return jdbc.sql("select wrong from login_session_copies where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Person loggedIn(int width, int height) {
        BrowserContext context = browsing.context(width, height, "en-GB");
        Person admin = Person.in(context, "http://127.0.0.1:" + port);
        admin.logIn(people.admin().name(), People.PASSWORD);
        admin.open("/admin/reconcile/login_sessions");
        admin.sees("Reconcile");
        return admin;
    }

    private static Locator row(Person admin, UUID row) {
        return admin.page().locator("tr:has-text('" + row + "')");
    }
}
