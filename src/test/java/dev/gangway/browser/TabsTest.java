package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.onboarding.Website;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TabsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private Browsing browsing;

    private People.Known ada;

    @BeforeEach
    void prepare() {
        ada = people.user();
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void differentFieldsChangedInTwoTabsAreBothKept() {
        Person one = loggedIn();
        Person other = sameBrowser(one);
        one.open("/onboarding/website");
        other.open("/onboarding/website");
        one.field("Industry").fill("Shipyards");
        other.field("Business goals").fill("More boats");

        one.click("Next");
        one.sees("Research");
        other.click("Next");
        other.sees("Research");

        assertThat(website().industry()).isEqualTo("Shipyards");
        assertThat(website().businessGoals()).isEqualTo("More boats");
    }

    @Test
    void theSameFieldChangedInTwoTabsShowsBothValues() {
        Person one = loggedIn();
        Person other = sameBrowser(one);
        one.open("/onboarding/website");
        other.open("/onboarding/website");
        assertThat(other.field("Industry")).hasValue("Crafts");
        one.field("Industry").fill("Shipyards");
        one.click("Next");
        one.sees("Research");
        other.field("Industry").fill("Boat repair");
        other.click("Next");

        assertThat(other.page().locator(".conflict-value").first()).hasText("Boat repair");
        assertThat(other.page().locator(".conflict-value").last()).hasText("Shipyards");
        other.findsEverythingAccessible("a conflict");
        other.isPictured("desktop-conflict");
        other.click("Keep mine");
        other.click("Next");
        other.sees("Research");
        assertThat(website().industry()).isEqualTo("Boat repair");
    }

    @Test
    void whoClosesTheBrowserInTheMiddleOfTypingFindsTheDraftInAnother() {
        Person first = loggedIn();
        first.open("/");
        first.sees("Research");
        first.field("Competitors").pressSequentially("example.com");
        first.readsSaved();
        first.page().context().close();

        Person later = loggedIn();

        later.open("/");
        later.sees("Research");
        assertThat(later.field("Competitors")).hasValue("example.com");
        assertThat(later.page().getByText("Draft restored").first()).isVisible();
        later.findsEverythingAccessible("a restored draft");
    }

    @Test
    void whoLogsOutReturnsToTheSameStepWithTheDraft() {
        Person person = loggedIn();
        person.open("/onboarding/research");
        person.field("Competitors").fill("example.com");
        person.readsSaved();
        person.click("Log out");
        person.page().waitForURL(address -> address.contains("/login"));

        person.open("/onboarding/research");
        person.page().getByLabel("Username").fill(ada.name());
        person.page().locator("input[name=password]").fill(People.PASSWORD);
        person.click("Log in");

        person.sees("Research");
        assertThat(person.field("Competitors")).hasValue("example.com");
    }

    @Test
    void theAppearanceChosenHoldsAndIsThereAfterLoadingAgain() {
        Person person = loggedIn();
        person.open("/");
        person.field("Appearance").selectOption("Dark");
        assertThat(person.page().locator("html")).hasAttribute("data-appearance", "dark");
        person.page().reload();
        assertThat(person.page().locator("html")).hasAttribute("data-appearance", "dark");
    }

    private Person loggedIn() {
        BrowserContext context = browsing.context(1280, 900, "en-GB");
        Person person = Person.in(context, "http://localhost:" + port);
        person.logIn(ada.name(), People.PASSWORD);
        return person;
    }

    private static Person sameBrowser(Person person) {
        return Person.in(person.page().context(), person.origin());
    }

    private Website website() {
        return Objects.requireNonNull(
                        onboardings.summary(ada.id()).orElseThrow().website())
                .value();
    }
}
