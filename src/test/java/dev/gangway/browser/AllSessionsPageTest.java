package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.overview.OverviewCsv;
import dev.gangway.wizard.overview.SlowDownloads;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do shows in front of an administrator who looks at all wizard sessions. */
@BrowserTest
class AllSessionsPageTest {

    private static final int PEOPLE = 60;

    /** What the page promises, and a machine that builds other things at the same time. */
    private static final LocatorAssertions.IsVisibleOptions AT_ONCE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(5_000);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private Ids ids;

    @Autowired
    private OverviewCsv csv;

    @Autowired
    private Browsing browsing;

    private String mark = "";
    private UserId last = new UserId("nobody");

    @BeforeEach
    void aBrowserAndPeopleUnderWay() {
        mark = "m" + ids.next().toString().substring(24);
        for (int i = 0; i < PEOPLE; i++) {
            last = ((AccountOutcome.Saved) accounts.create(NewAccount.named("%s-%02d".formatted(mark, i), Role.USER)))
                    .account()
                    .id();
            stepData.walkTo(last, OnboardingStep.WEBSITE);
        }
        projector.catchUp();
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void anothersNextShowsAtOnceAndKeepsTheSelectionAndThePlace() {
        Person admin = admin(1440, 900);
        Page page = admin.page();
        admin.isPictured("desktop-all-sessions-list");
        Locator grid = page.locator("vaadin-grid");
        assertThat(grid.getByText(mark + "-00")).isVisible();
        page.evaluate("document.querySelector('vaadin-grid').scrollToIndex(59)");
        grid.getByText(mark + "-59").click();
        assertThat(page.locator(".overview-details")).containsText("Steps and answers");
        Object place = page.evaluate("document.querySelector('vaadin-grid').$.table.scrollTop");
        assertThat(((Number) place).intValue()).isPositive();

        stepData.complete(last, OnboardingStep.WEBSITE);
        projector.catchUp();

        assertThat(grid.getByText("33 %")).isVisible(AT_ONCE);
        assertThat(grid.getByText("Research")).isVisible();
        assertThat(page.locator(".overview-details")).containsText("Crafts");
        assertThat(page.evaluate("document.querySelector('vaadin-grid').selectedItems.length"))
                .isEqualTo(1);
        assertThat(page.evaluate("document.querySelector('vaadin-grid').$.table.scrollTop"))
                .isEqualTo(place);
        assertThat(page.url()).contains("session=");
        assertThat(page.locator("vaadin-grid-sorter").first()).hasAttribute("aria-label", "Sort by Account");
        admin.findsEverythingAccessible("all sessions with details");
        admin.isPictured("desktop-all-sessions");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured("desktop-all-sessions-dark");

        admin.button("Close details").press("Enter");
        assertThat(page.locator(".overview-details")).isHidden();
        assertThat(grid).isFocused();
    }

    @Test
    void theWholePageOnAPhoneAndTheRowsAsAFile() throws IOException {
        Person phone = admin(360, 740);
        assertThat(phone.page().locator(".overview-card").first()).isVisible();
        phone.findsEverythingAccessible("all sessions on a phone");
        phone.isPictured("phone-all-sessions");

        Download download = phone.page()
                .waitForDownload(() -> phone.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export CSV"))
                        .click());
        assertThat(download.suggestedFilename()).matches("wizard-sessions-[-0-9]+\\.csv");
        assertThat(Files.readAllLines(Objects.requireNonNull(download.path()))).hasSize(PEOPLE + 1);
    }

    @Test
    void whoCannotHaveTheRowsAsAFileNowIsToldWhy() throws Exception {
        Person admin = admin(1280, 900);
        try (var _ = new SlowDownloads(csv, people.admin().id())) {
            admin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Export CSV"))
                    .click();
            assertThat(admin.page()
                            .getByText("3 exports are being downloaded at the moment.")
                            .first())
                    .isVisible();
        }
    }

    private Person admin(int width, int height) {
        Person person = Person.in(browsing.context(width, height, "en-GB"), "http://localhost:" + port);
        person.logIn(people.admin().name(), People.PASSWORD);
        person.open("/admin/sessions?sort=account&q=" + mark);
        person.sees("All sessions");
        return person;
    }
}
