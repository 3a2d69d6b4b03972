package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What wizards ask, and what administrators do about them, without a mouse; and every type of question on a phone. */
@BrowserTest
class KeyboardTest {

    private static final String EVERY_TYPE = """
            steps:
              - key: all
                title: Everything
                required: true
                fields:
                  - {key: short, type: short_text, label: In one line}
                  - {key: long, type: long_text, label: At length}
                  - {key: number, type: number, label: How many}
                  - {key: flag, type: yes_no, label: With a dock, required: true}
                  - {key: one, type: single_choice, label: Model, required: true, options: [{value: air, label: Light}, {value: pro, label: Strong}]}
                  - {key: some, type: multiple_choice, label: Ports, options: [{value: usb, label: USB}, {value: net, label: Network}]}
                  - {key: day, type: date, label: Needed on}
                  - {key: hour, type: time, label: At what time}
                  - {key: moment, type: date_time, label: Back again}
                  - {key: stars, type: rating, label: How urgent, required: true}
                  - {key: slide, type: slider, label: How loud}
                  - {key: paint, type: color, label: Paint}
                  - {key: mail, type: email, label: Who approves}
                  - {key: site, type: url, label: Where to read more}
              - {key: end, title: The end, fields: []}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void theSkipLinkLeadsToTheContentOfThePageAndARefusalToItsReason() {
        Person ada = at(people.user(), "/onboarding/api_keys", "API keys");

        ada.page().getByText("Skip to content").press("Enter");
        assertThat(ada.page().locator("main")).isFocused();
        assertThat(ada.page()).hasURL(Pattern.compile(".*/onboarding/api_keys"));

        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next"))
                .press("Enter");
        assertThat(ada.page()
                        .getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText("Please give at least one key")))
                .isFocused();
    }

    @Test
    void whoeverChoosesAnotherLanguageGoesOnFromTheChoice() {
        Person ada = at(people.user(), "/wizards", "Wizards");
        ada.field("Language").selectOption("Deutsch");
        ada.sees("Assistenten");
        assertThat(ada.field("Sprache")).isFocused();
    }

    @Test
    void whereWhatWasPressedIsGoneTheKeyboardGoesOnAtWhatCameInstead() {
        Person admin = at(people.admin(), "/admin/accounts", "Accounts");
        Page page = admin.page();

        page.locator(".account-row a").first().press("Enter");
        assertThat(page.getByText("All accounts")).isVisible();
        assertThat(page.locator("h1")).isFocused();

        admin.open("/admin/trainers");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Zones"))
                .press("Enter");
        assertThat(page).hasTitle("Zones · Trainers · Gangway");
        assertThat(page.locator("h1")).isFocused();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Statistics"))
                .press("Enter");
        admin.sees("Statistics");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Statistics")))
                .isFocused();
    }

    @Test
    void everyTypeOfQuestionIsAnsweredByKeyboardAndFitsAPhone() {
        People.Known known = people.user();
        WizardSessionId run = testWizards.begin(known.id(), testWizards.publish(EVERY_TYPE));
        Person ada = at(known, "/wizards/run/" + run.value(), "Everything");
        Keyboard keys = ada.page().keyboard();

        types(ada, "In one line", "0 שלום 🎉");
        types(ada, "At length", "one");
        keys.press("Enter");
        keys.type("two");
        types(ada, "How many", "0");
        ada.tabsTo("Yes");
        keys.press("ArrowDown");
        ada.tabsTo("Light");
        keys.press("ArrowDown");
        ada.tabsTo("USB");
        keys.press("Space");
        ada.tabsTo("Network");
        keys.press("Space");
        types(ada, "Needed on", "11/21/2026");
        types(ada, "At what time", "12:00 AM");
        types(ada, "Back again: date", "3/29/2026");
        types(ada, "Back again: time", "2:30 AM");
        keys.press("Tab");
        keys.press("Space");
        keys.press("ArrowRight");
        ada.tabsTo("How loud");
        keys.press("End");
        keys.press("ArrowLeft");
        types(ada, "Paint: colour as text", "#000000");
        types(ada, "Who approves", "ada@example.org");
        types(ada, "Where to read more", "https://example.org/0");
        ada.readsSaved();
        ada.findsEverythingAccessible("a question of every type");
        ada.page().setViewportSize(360, 740);
        ada.findsEverythingAccessible("a question of every type on a phone");
        keys.press("Enter");

        ada.arrivesAt("The end");
        assertThat(sessions.view(known.id(), run, "all").orElseThrow().data().nested())
                .isEqualTo(PlayableWizards.answers("""
                                {"short": "0 שלום 🎉", "long": "one\\ntwo", "number": 0, "flag": false, "one": "pro",
                                 "some": ["usb", "net"], "day": "2026-11-21", "hour": "00:00", "moment": "2026-03-29T02:30",
                                 "stars": 2, "slide": 99, "paint": "#000000", "mail": "ada@example.org",
                                 "site": "https://example.org/0"}
                                """).nested());
    }

    @Test
    void stepsAndFieldsAreMovedCopiedAndPublishedByKeyboard() {
        UUID wizard = testWizards.publish("""
                steps:
                  - key: first
                    title: First
                    fields: [{key: a, type: yes_no, label: Alpha}, {key: b, type: yes_no, label: Beta}]
                  - {key: second, title: Second, fields: []}
                """);
        Person admin = at(
                people.admin(),
                "/admin/wizards/" + wizard,
                wizards.find(wizard).orElseThrow().name());
        Keyboard keys = admin.page().keyboard();
        Locator steps = admin.page().locator(".builder-step");

        admin.tabsTo("Move down: First");
        keys.press("Enter");
        assertThat(steps.first()).containsText("Second");
        admin.tabsTo("Move down: Alpha");
        keys.press("Enter");
        assertThat(admin.page().locator(".builder-toggle").first()).containsText("Beta");
        admin.tabsTo("Duplicate: Alpha");
        keys.press("Enter");
        assertThat(admin.page().locator(".builder-field")).hasCount(3);
        admin.page().locator("h1").focus();
        admin.tabsTo("Publish");
        keys.press("Enter");
        assertThat(admin.page()
                        .getByRole(AriaRole.ALERTDIALOG)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish")))
                .isFocused();
        keys.press("Enter");
        admin.sees("Manage wizards");

        assertThat(wizards.version(wizard, 2).orElseThrow().content().steps())
                .extracting(step -> step.key() + " " + step.fields().size())
                .containsExactly("second 0", "first 3");
    }

    @Test
    void whoDeletesAWizardSessionGoesOnInTheList() {
        People.Known known = people.user();
        testWizards.begin(known.id(), testWizards.publish(EVERY_TYPE));
        testWizards.begin(known.id(), testWizards.publish(EVERY_TYPE));
        Person ada = at(known, "/sessions", "My sessions");

        ada.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Delete")))
                .first()
                .press("Enter");
        Locator confirm = ada.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"));
        assertThat(confirm).isFocused();
        ada.page().keyboard().press("Enter");

        assertThat(ada.page().locator(".data-list > table")).isFocused();
    }

    private static void types(Person person, String field, String text) {
        person.tabsTo(field);
        person.page().keyboard().type(text);
    }

    private Person at(People.Known known, String address, String heading) {
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), "http://localhost:" + port);
        person.logIn(known.name(), People.PASSWORD);
        person.open(address);
        person.sees(heading);
        return person;
    }
}
