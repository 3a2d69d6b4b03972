package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.account.Accounts;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person and their account: where they are logged in, what is stored, and leaving for good. */
@BrowserTest
class AccountTest {

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
    private Browsing browsing;

    private People.Known ada;

    @BeforeEach
    void prepare() {
        ada = people.user();
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void theWholePageOnADesktopAndOnAPhone() {
        for (String agent : List.of(
                "curl/8.5.0",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1")) {
            loginSessions.begin(
                    accounts.find(ada.id()).orElseThrow(),
                    agent.startsWith("curl") ? LoginKind.API : LoginKind.BROWSER,
                    new Origin("203.0.113.24", agent));
        }
        look("desktop", 1280, 900);
        look("phone", 360, 740);
    }

    @Test
    void whoErasesTheAccountInOneTabIsLoggedOutInAllOthers() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        Person one = loggedIn(1280, 900);
        Person sameBrowser = Person.in(one.page().context(), one.origin());
        sameBrowser.open("/onboarding/research");
        sameBrowser.sees("Research");
        Person elsewhere = loggedIn(1280, 900);
        elsewhere.open("/");
        elsewhere.sees("Research");

        one.open("/account");
        one.click("Erase account");
        Locator dialog = one.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Your API keys");
        one.findsEverythingAccessible("the question before erasing");
        one.isPictured("desktop-account-erase");
        one.field("Type your username to confirm").fill("someone else");
        one.click("Erase everything");
        assertThat(dialog).containsText("This is not your username");
        one.field("Type your username to confirm").fill(ada.name());
        one.click("Erase everything");

        assertThat(one.page().getByText("Your account and everything about you are erased."))
                .isVisible();
        sameBrowser.page().waitForURL(address -> address.contains("/login"));
        elsewhere.page().waitForURL(address -> address.contains("/login"));
        assertThat(accounts.find(ada.id())).isEmpty();

        // The two tabs of one browser may each have begun an HTTP session, of which it keeps one: the other tab loads
        // itself anew.
        one.page().reload();
        assertThat(one.page().getByText("Your account and everything about you are erased."))
                .isVisible();
        one.findsEverythingAccessible("the log-in after erasing");
        assertThat(one.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
    }

    @Test
    void theDownloadIsAnArchiveOfEverything() throws IOException {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        Person person = loggedIn(1280, 900);
        person.open("/account");
        Download download = person.page()
                .waitForDownload(() -> person.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download my data"))
                        .click());

        assertThat(download.suggestedFilename()).matches("gangway-[-0-9]+\\.zip");
        List<String> names = new ArrayList<>();
        try (InputStream in = download.createReadStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("README.txt", "account/account.json", "onboarding/steps.json");
    }

    @Test
    void theAppearanceIsChosenHereToo() {
        Person person = loggedIn(1280, 900);
        person.open("/account");
        person.sees("Account");
        person.field("Appearance").selectOption("Dark");

        assertThat(person.page().locator("html")).hasAttribute("data-appearance", "dark");
    }

    @Test
    void theLanguageIsChosenHereTooAndFitsAPhone() {
        Person person = loggedIn(360, 740);
        person.open("/account");
        person.sees("Account");
        person.field("Language").selectOption("Deutsch");

        person.sees("Konto");
        person.findsEverythingAccessible("the German account page on a phone");
        person.page().setViewportSize(360, 2200);
        person.isPictured("phone-account-de");
        person.click("Konto löschen");
        assertThat(person.page().getByText("Das lässt sich nicht rückgängig machen."))
                .isVisible();
        person.findsEverythingAccessible("the German question before erasing on a phone");
        person.isPictured("phone-account-erase-de");
    }

    private void look(String device, int width, int height) {
        Person person = loggedIn(width, height);
        person.open("/account");
        person.sees("Account");
        assertThat(person.page().getByText("This device")).isVisible();
        assertThat(person.page().locator(".login-session")).not().hasCount(0);
        person.findsEverythingAccessible("Account on a " + device);
        person.page().setViewportSize(width, 2200);
        person.isPictured(device + "-account");
        person.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        person.isPictured(device + "-account-dark");
    }

    private Person loggedIn(int width, int height) {
        BrowserContext context = browsing.context(width, height, "en-GB");
        Person person = Person.in(context, "http://localhost:" + port);
        person.logIn(ada.name(), People.PASSWORD);
        return person;
    }
}
