package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class WalkTest {

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

    private TestWebsite website;
    private People.Known ada;

    @BeforeEach
    void prepare() throws IOException {
        website = new TestWebsite();
        ada = people.user();
    }

    @AfterEach
    void close() {
        browsing.leave();
        website.close();
    }

    @Test
    void theWholeWalkOnADesktop() {
        walk(1280, 900, "desktop");
    }

    @Test
    void theWholeWalkOnAPhone() {
        walk(360, 780, "phone");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Person person = loggedIn(1280, 900);
        person.sees("API keys");
        person.tabsTo("OpenAI API key");
        person.page().keyboard().type(StepData.OPENAI_KEY);
        person.page().keyboard().press("Enter");
        person.arrivesAt("Website");
        person.tabsTo("I don't have a website");
        person.page().keyboard().press("Space");
        assertThat(person.field("Business description")).isVisible();
        person.tabsTo("Business description");
        person.page().keyboard().type("We repair wooden boats");
        person.tabsTo("Industry");
        person.page().keyboard().press("Enter");
        person.arrivesAt("Research");
        person.tabsTo("Blog Posts");
        person.page().keyboard().press("Space");
        person.page().keyboard().press("Enter");
        person.arrivesAt("Persona");
        person.tabsTo("Skip this step");
        person.page().keyboard().press("Enter");
        person.arrivesAt("First declaration");
        person.tabsTo("Your first declaration");
        person.page().keyboard().type("We keep old boats afloat.");
        person.tabsTo("Next");
        person.page().keyboard().press("Space");
        person.arrivesAt("Summary");
        person.tabsTo("Finish");
        person.page().keyboard().press("Enter");
        person.readsProgress(100);
    }

    @Test
    void aDoubleClickOnNextCountsOnce() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        Person person = loggedIn(1280, 900);
        person.field("News").check();
        person.button("Next").dblclick();

        person.sees("Persona");
        person.readsProgress(50);
        assertThat(person.page().locator(".status-line.failed")).hasCount(0);
    }

    @Test
    void severalLinesThatArriveAtOnceAreStoredWhenNextFollowsAtOnce() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        Person person = loggedIn(1280, 900);
        person.field("News").check();
        person.field("Competitors").fill("one.example\ntwo.example\nthree.example");
        person.click("Next");

        person.sees("Persona");
        assertThat(Objects.requireNonNull(
                                onboardings.summary(ada.id()).orElseThrow().research())
                        .value()
                        .competitors())
                .containsExactly("https://one.example", "https://two.example", "https://three.example");
    }

    @Test
    void theBrowsersBackAndForwardMoveBetweenSteps() {
        stepData.walkTo(ada.id(), OnboardingStep.WEBSITE);
        Person person = loggedIn(1280, 900);
        person.sees("Website");
        person.field("I don't have a website").check();
        person.field("Business description").fill("We repair wooden boats");
        person.click("Next");
        person.sees("Research");
        person.page().waitForURL("**/onboarding/research");

        person.goesBack();
        person.sees("Website");
        person.page().waitForURL("**/onboarding/website");
        person.goesForward();
        person.sees("Research");
        person.readsProgress(33);
    }

    @Test
    void pagesSpeakGermanToWhoeverAsksForIt() {
        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
        BrowserContext context = browsing.context(1280, 900, "de-DE");
        Person person = Person.in(context, origin());
        person.open("/login");
        person.page().locator("input[name=username]").fill(ada.name());
        person.page().locator("input[name=password]").fill(People.PASSWORD);
        person.click("Anmelden");

        person.sees("Zusammenfassung");
        assertThat(person.page().getByText("83 % abgeschlossen")).isVisible();
        assertThat(person.page().locator("html").getAttribute("lang")).startsWith("de");
        person.findsEverythingAccessible("the German summary");
    }

    private void walk(int width, int height, String device) {
        Person person = Person.in(browsing.context(width, height, "en-GB"), origin());
        person.open("/login");
        assertThat(person.field("Username")).isVisible();
        person.findsEverythingAccessible("log-in");
        person.isPictured(device + "-0-log-in");
        person.logInOnThePage(ada.name(), People.PASSWORD);

        person.sees("API keys");
        person.readsProgress(0);
        person.field("OpenAI API key").fill("nope");
        person.click("Next");
        person.readsBesideAField("OpenAI API key must start with sk-");
        person.findsEverythingAccessible("API keys with a problem");
        person.field("OpenAI API key").fill(StepData.OPENAI_KEY);
        person.page().getByText("More providers").click();
        person.field("Tavily API key").fill("tvly-1234567890");
        person.isPictured(device + "-1-api-keys");
        person.click("Next");

        person.sees("Website");
        person.readsProgress(17);
        assertThat(person.page().locator("h1")).isFocused();
        person.field("Website URL").fill(website.address());
        person.click("Analyze website");
        assertThat(person.page().getByText("What we measured on")).isVisible();
        assertThat(person.field("Tone")).not().hasValue("");
        person.findsEverythingAccessible("Website, analysed");
        person.isPictured(device + "-2-website");
        person.click("Next");

        person.sees("Research");
        person.readsProgress(33);
        person.field("Blog Posts").check();
        person.field("Competitors").fill("example.com");
        person.readsSaved();
        person.findsEverythingAccessible("Research");
        person.isPictured(device + "-3-research");
        person.click("Next");

        person.sees("Persona");
        person.readsProgress(50);
        person.click("Generate persona");
        assertThat(person.field("Persona name")).not().hasValue("");
        person.findsEverythingAccessible("Persona, proposed");
        person.isPictured(device + "-4-persona");
        person.click("Next");

        person.sees("First declaration");
        person.readsProgress(67);
        person.field("Your first declaration")
                .fill("We bake bread that brings the whole quay together, day after day.");
        assertThat(person.page().getByText("hand-wavy")).isVisible();
        person.findsEverythingAccessible("First declaration");
        person.isPictured(device + "-5-first-declaration");
        person.click("Next");

        person.sees("Summary");
        person.readsProgress(83);
        assertThat(person.page().getByText("Your first declaration is on record"))
                .isVisible();
        person.findsEverythingAccessible("Summary");
        person.isPictured(device + "-6-summary");
        person.click("Finish");
        person.readsProgress(100);
        person.findsEverythingAccessible("Summary, completed");
        person.isPictured(device + "-7-completed");

        person.open("/settings");
        person.sees("Settings");
        person.field("Industry").fill("Bakery");
        person.click("Save Website");
        assertThat(person.page().locator("#website .status-line")).containsText("Saved");
        person.findsEverythingAccessible("Settings");
        person.isPictured(device + "-8-settings");

        OnboardingSummary stored = onboardings.summary(ada.id()).orElseThrow();
        assertThat(Objects.requireNonNull(stored.website()).value().industry()).isEqualTo("Bakery");
        assertThat(Objects.requireNonNull(stored.research()).value().competitors())
                .containsExactly("https://example.com");
        assertThat(stored.skipped()).isEmpty();
    }

    private Person loggedIn(int width, int height) {
        Person person = Person.in(browsing.context(width, height, "en-GB"), origin());
        person.logIn(ada.name(), People.PASSWORD);
        person.open("/");
        assertThat(person.page().getByRole(AriaRole.MAIN)).isVisible();
        return person;
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
