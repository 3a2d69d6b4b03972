package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.base.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator makes the wizard of four steps without writing any YAML, and somebody else runs it. */
@BrowserTest
class WizardWalkTest {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Ids ids;

    @Autowired
    private Browsing browsing;

    private String wizard = "";

    @BeforeEach
    void prepare() {
        wizard = "Laptop configuration " + ids.next().toString().substring(30);
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void madeAndRunAtADesk() {
        build(DESKTOP, "desktop");
        run(DESKTOP, "desktop");
    }

    @Test
    void madeAndRunOnAPhone() {
        build(PHONE, "phone");
        run(PHONE, "phone");
    }

    private void build(int width, String device) {
        Person admin = person(people.admin(), width);
        admin.open("/admin/wizards");
        admin.sees("Manage wizards");
        admin.click("New wizard");
        Locator dialog = admin.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill(wizard);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Create"))
                .click();
        admin.sees(wizard);
        admin.isPictured(device + "-builder-empty");
        admin.findsEverythingAccessible("a wizard without steps");
        admin.field("Category").fill("IT");
        admin.field("Minutes it takes").fill("5");
        admin.field("Description").fill("What your next laptop should be like.");

        addStep(admin, "Model");
        addField(admin, "Single choice", "Size");
        admin.field("An answer is required").check();
        option(admin, 1).fill("13 inch");
        option(admin, 2).fill("16 inch");
        addField(admin, "Number", "Memory in GB");
        admin.field("At least").fill("8");
        admin.field("At most").fill("128");
        addStep(admin, "Extras");
        addField(admin, "Yes or no", "Docking station");
        addField(admin, "Slider", "Battery for at least so many hours");
        admin.field("At most").fill("24");
        addStep(admin, "Delivery");
        addField(admin, "Date", "Day");
        addField(admin, "Long text", "What else we should know");
        addStep(admin, "Approval");
        addField(admin, "E-mail", "Who approves");
        admin.field("An answer is required").check();
        admin.click("1. Model");
        assertThat(admin.page().locator(".builder-field")).hasCount(2);
        if (width == PHONE) {
            admin.page().locator(".builder-columns").scrollIntoViewIfNeeded();
        }
        admin.isPictured(device + "-builder");
        admin.findsEverythingAccessible("a wizard of four steps");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured(device + "-builder-dark");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (width == PHONE) {
            admin.click("Preview");
            admin.isPictured("phone-builder-preview");
            admin.findsEverythingAccessible("the preview");
        }
        admin.click("Publish");
        admin.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish"))
                .click();
        admin.sees("Manage wizards");
        Locator row = admin.page().locator(".wizard-row", new Page.LocatorOptions().setHasText(wizard));
        assertThat(row).containsText("Published");
        row.scrollIntoViewIfNeeded();
        admin.isPictured(device + "-wizards-admin");
        admin.findsEverythingAccessible("all wizards");
    }

    private void run(int width, String device) {
        Person ada = person(people.user(), width);
        ada.open("/wizards");
        ada.sees("Wizards");
        ada.field("Search").fill(wizard);
        assertThat(ada.page().locator(".gallery-found .wizard-card")).hasCount(1);
        ada.isPictured(device + "-gallery");
        ada.findsEverythingAccessible("the gallery");
        ada.click("Start " + wizard);
        Locator dialog = ada.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name").fill("Mine for the quay");
        ada.isPictured(device + "-start");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();

        ada.sees("Model");
        ada.readsProgress(0);
        ada.page().getByText("16 inch").click();
        ada.field("Memory in GB").fill("32");
        ada.readsSaved();
        ada.isPictured(device + "-player");
        ada.findsEverythingAccessible("the first step");
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.isPictured(device + "-player-dark");
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        ada.click("Next");

        ada.arrivesAt("Extras");
        ada.readsProgress(25);
        ada.isPictured(device + "-player-extras");
        ada.findsEverythingAccessible("the second step");
        ada.click("Next");

        ada.arrivesAt("Delivery");
        ada.readsProgress(50);
        ada.click("Back");
        ada.arrivesAt("Extras");
        ada.readsProgress(50);
        ada.click("Back");
        ada.arrivesAt("Model");
        ada.readsProgress(50);
        assertThat(ada.field("Memory in GB")).hasValue("32");
        ada.click("Next");
        ada.arrivesAt("Extras");
        ada.click("Next");
        ada.arrivesAt("Delivery");
        ada.readsProgress(50);
        ada.isPictured(device + "-player-delivery");
        ada.findsEverythingAccessible("the third step");
        ada.click("Next");

        ada.arrivesAt("Approval");
        ada.readsProgress(75);
        ada.click("Finish");
        assertThat(ada.page().getByText("Please fill this in").first()).isVisible();
        ada.isPictured(device + "-player-missing");
        ada.findsEverythingAccessible("a missing answer");
        ada.open("/sessions");
        ada.sees("My sessions");
        assertThat(button(ada, "Resume")).hasCount(1);
        assertThat(button(ada, "Save as template")).hasCount(0);
        ada.isPictured(device + "-sessions-running");
        button(ada, "Resume").click();
        ada.sees("Approval");
        ada.field("Who approves").fill("ada@example.org");
        ada.click("Finish");

        ada.sees("Mine for the quay");
        ada.readsProgress(100);
        ada.isPictured(device + "-player-completed");
        ada.findsEverythingAccessible("a completed wizard session");
        ada.open("/sessions");
        ada.sees("My sessions");
        assertThat(button(ada, "Save as template")).hasCount(1);
        assertThat(button(ada, "Resume")).hasCount(0);
        assertThat(button(ada, "Delete")).hasCount(0);
        ada.isPictured(device + "-sessions");
        ada.findsEverythingAccessible("my sessions");
        ada.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        ada.isPictured(device + "-sessions-dark");
    }

    private static Locator button(Person person, String name) {
        return person.page()
                .getByRole(AriaRole.MAIN)
                .locator("vaadin-button, a")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void addStep(Person admin, String title) {
        Locator steps = admin.page().locator(".builder-step");
        int before = steps.count();
        admin.click("Add step");
        assertThat(steps).hasCount(before + 1);
        assertThat(admin.page().locator(".builder-step-card h2")).hasText("Step " + (before + 1));
        admin.page().locator(".builder-title input").fill(title);
        admin.field("This step must be completed").check();
    }

    private static void addField(Person admin, String type, String label) {
        Locator fields = admin.page().locator(".builder-field");
        int before = fields.count();
        Locator adding = admin.page().locator(".builder-step-card > .builder-adding");
        adding.locator("vaadin-select").click();
        admin.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(type).setExact(true))
                .click();
        admin.click("Add field");
        assertThat(fields).hasCount(before + 1);
        fields.nth(before)
                .getByLabel("Label", new Locator.GetByLabelOptions().setExact(true))
                .fill(label);
    }

    private static Locator option(Person admin, int number) {
        return admin.page().getByLabel("Option " + number, new Page.GetByLabelOptions().setExact(true));
    }

    private Person person(People.Known known, int width) {
        Person person =
                Person.in(browsing.context(width, width == PHONE ? 740 : 900, "en-GB"), "http://localhost:" + port);
        person.logIn(known.name(), People.PASSWORD);
        return person;
    }
}
