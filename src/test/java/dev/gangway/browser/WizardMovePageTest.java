package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator moves who runs an older version, and whoever is at it sees what became of the step. */
@BrowserTest
class WizardMovePageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void whoIsAtAStepWhileItIsMovedSeesItAsItIsNowAndWhy() {
        People.Known known = people.user();
        Wizard laptop = playable.laptop();
        WizardSessionId run = playable.started(known.id(), laptop);
        playable.next(known.id(), run, "model", "{\"size\": \"large\", \"memory\": 32}");
        Person ada = person(known, 1280);
        ada.open("/wizards/run/" + run.value());
        ada.sees("Extras");
        ada.page().getByText("Yes", new Page.GetByTextOptions().setExact(true)).click();
        ada.readsSaved();
        playable.published(PlayableWizards.LAPTOP
                .formatted(laptop.name())
                .replace("key: memory, type: number", "key: memory, type: short_text")
                .replace("min: 0, max: 128, default: 16", "max: 20")
                .replace("title: Extras", "title: Accessories"));

        Person admin = person(people.admin(), 1280);
        admin.open("/admin/wizards/" + laptop.id() + "/versions");
        admin.sees(laptop.name());
        admin.click("See what would be kept");
        assertThat(admin.page().getByText("Asks for another type of answer.")).isVisible();
        admin.isPictured("desktop-wizard-versions");
        admin.findsEverythingAccessible("the preview of a move");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        admin.isPictured("desktop-wizard-versions-dark");
        admin.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        admin.click("Move 1 wizard session");
        admin.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move 1 wizard session"))
                .click();
        assertThat(admin.page().getByText("Wizard sessions moved: 1. Answers kept: 1, dropped: 1."))
                .isVisible();
        admin.isPictured("desktop-wizard-moved");
        admin.findsEverythingAccessible("a move that ended");

        ada.sees("Accessories");
        assertThat(ada.page().getByText("This wizard was changed while you were at it"))
                .isVisible();
        ada.readsProgress(25);
        ada.isPictured("desktop-player-moved");
        ada.findsEverythingAccessible("a step that was changed");
        ada.click("Next");
        ada.arrivesAt("Delivery");

        Person phone = person(people.admin(), 360);
        phone.open("/admin/wizards/" + laptop.id() + "/versions");
        phone.sees(laptop.name());
        phone.isPictured("phone-wizard-versions");
        phone.findsEverythingAccessible("the versions on a phone");
    }

    private Person person(People.Known known, int width) {
        Person person = Person.in(browsing.context(width, 900, "en-GB"), "http://localhost:" + port);
        person.logIn(known.name(), People.PASSWORD);
        return person;
    }
}
