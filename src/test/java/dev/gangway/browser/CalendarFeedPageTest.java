package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A student with a phone makes an address for their calendar and copies it to where their calendar reads it. */
@BrowserTest
class CalendarFeedPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void anAddressIsMadeCopiedReadAndRevoked() {
        People.Known ada = people.user();
        BrowserContext phone = browsing.context(360, 740, "en-GB");
        phone.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        Person student = Person.in(phone, "http://localhost:" + port);
        student.logIn(ada.name(), People.PASSWORD);
        student.open("/student/sessions");
        Locator panel = student.page().locator(".calendar-feed");
        panel.getByRole(AriaRole.BUTTON, named("Make an address")).click();

        Locator address = student.field("Address of your calendar");
        assertThat(address).isFocused();
        student.findsEverythingAccessible("the address of a calendar on a phone");
        panel.scrollIntoViewIfNeeded();
        student.isPictured("phone-calendar-feed");
        panel.getByRole(AriaRole.BUTTON, named("Copy address")).click();
        assertThat(student.page().getByText("The address is copied.")).isVisible();
        String copied = (String) student.page().evaluate("navigator.clipboard.readText()");
        assertThat(copied).isEqualTo(address.inputValue()).startsWith("http://localhost:" + port + "/calendar/");
        APIResponse calendar = phone.request().get(copied);
        assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR");

        student.page().setViewportSize(1280, 900);
        student.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        panel.locator("summary").click();
        panel.scrollIntoViewIfNeeded();
        student.isPictured("desktop-calendar-feed-dark");

        panel.getByRole(AriaRole.BUTTON, named("Revoke address")).click();
        student.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, named("Revoke address"))
                .click();
        assertThat(panel.getByRole(AriaRole.BUTTON, named("Make an address"))).isFocused();
        assertThat(phone.request().get(copied).status()).isEqualTo(404);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
