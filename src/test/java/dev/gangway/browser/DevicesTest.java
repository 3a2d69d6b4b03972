package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person on several devices and by a program: what is finished or erased on one holds on all of them. */
@BrowserTest
class DevicesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private StepData stepData;

    @Autowired
    private Browsing browsing;

    private People.Known ada;
    private String token = "";

    @BeforeEach
    void prepare() {
        ada = people.user();
        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void finishingAndErasingHoldOnEveryTabAndDeviceAtOnceWithoutLoggingOut() {
        Person desk = loggedIn(1280);
        Person otherTab = Person.in(desk.page().context(), desk.origin());
        Person phone = loggedIn(360);
        token = call(desk, "/api/auth/login", Map.of("username", ada.name(), "password", People.PASSWORD))
                .get("token")
                .asString();
        for (Person person : List.of(otherTab, phone)) {
            person.open("/settings");
            person.sees("Summary");
        }
        assertThat(belongs(desk)).isEqualTo("needs summary");

        desk.open("/onboarding/summary");
        desk.click("Finish");
        desk.readsProgress(100);

        for (Person person : List.of(otherTab, phone)) {
            assertThat(person.page().getByText("Your onboarding was finished on another page."))
                    .isVisible();
            person.open("/settings");
            person.sees("Settings");
        }
        assertThat(belongs(desk)).isEqualTo("free completed");

        APIResponse erased = desk.page()
                .request()
                .delete(
                        desk.origin() + "/api/onboarding",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token));
        assertThat(erased.status()).isEqualTo(204);

        for (Person person : List.of(desk, otherTab, phone)) {
            person.sees("API keys");
            person.readsProgress(0);
        }
        assertThat(belongs(desk)).isEqualTo("needs api_keys");
    }

    @Test
    void aTabWhoseLoginSessionEndsElsewhereAsksToLogInByItselfAndComesBackToItsStep() {
        Person desk = loggedIn(1280);
        Person phone = loggedIn(360);
        phone.open("/onboarding/persona");
        phone.sees("Persona");

        desk.open("/account");
        desk.click("Log out everywhere else");
        desk.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Log out everywhere else"))
                .click();

        assertThat(phone.page().getByText("Your log-in has ended.")).isVisible();
        desk.sees("Account");
        phone.page().getByLabel("Username").fill(ada.name());
        phone.page().locator("input[name=password]").fill(People.PASSWORD);
        phone.page().locator("input[name=password]").press("Enter");
        phone.sees("Persona");
    }

    /** What the API says to a program of the same person. */
    private String belongs(Person person) {
        APIResponse answer = person.page()
                .request()
                .get(
                        person.origin() + "/api/users/me/session",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode session = new JsonMapper().readTree(answer.text());
        assertThat(session.get("needs_onboarding").asBoolean())
                .isNotEqualTo(session.get("onboarding_completed").asBoolean());
        return (session.get("needs_onboarding").asBoolean() ? "needs " : "free ")
                + session.get("onboarding_step").asString();
    }

    private static JsonNode call(Person person, String path, Map<String, String> body) {
        APIResponse answer = person.page()
                .request()
                .post(
                        person.origin() + path,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(body));
        assertThat(answer.status()).isEqualTo(200);
        return new JsonMapper().readTree(answer.text());
    }

    private Person loggedIn(int width) {
        Person person = Person.in(browsing.context(width, 800, "en-GB"), "http://localhost:" + port);
        person.logIn(ada.name(), People.PASSWORD);
        return person;
    }
}
