package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.base.UserId;
import dev.gangway.training.BookingRequest;
import dev.gangway.training.TrainingWorld;
import dev.gangway.training.TrainingWorld.Town;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class TrainingOfficePageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TrainingWorld world;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Browsing browsing;

    private Town town;
    private UserId trainer;
    private BookingRequest booking;
    private UUID purchase;

    /** A purchase of which one lesson is lost, and somebody who could take it over. */
    @BeforeEach
    void aBrowserAndATown() {
        town = world.town();
        trainer = world.trainer(town, town.north(1));
        booking = world.booking(town);
        purchase = world.assign(town, booking).purchaseId();
        world.trainer(town, town.north(4));
        world.trainer(town, town.north(5));
        jdbc.sql("""
                        delete from tutoring_sessions where purchase_session_id in
                            (select id from purchase_sessions where purchase_id = :id and session_number = 1)
                        """).param("id", purchase).update();
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void anAdministratorLooksIntoAPurchaseAndHandsItsLessonsOver() {
        Person admin = loggedIn(1280, 900);
        admin.open("/admin/purchases");
        admin.sees("Purchases");
        admin.field("Search purchases").fill(id(booking));
        Locator row = admin.page().locator("tbody tr");
        assertThat(row).hasCount(1);
        assertThat(row).containsText("1 missing");
        admin.findsEverythingAccessible("purchases");
        row.getByRole(AriaRole.LINK).click();
        admin.sees(id(booking));
        admin.click("Show what would be");
        assertThat(admin.page().getByText("Goes to")).hasCount(2);
        admin.findsEverythingAccessible("a purchase");
        admin.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sync").setExact(true))
                .click();
        assertThat(admin.page().getByText("Synced: 1 created, 0 corrected, 0 with errors."))
                .isVisible();

        admin.open("/admin/trainers/map");
        assertThat(admin.page().getByRole(AriaRole.IMG)).isVisible();
        admin.findsEverythingAccessible("the map");

        admin.open("/admin/trainers/departure?trainer=" + URLEncoder.encode(trainer.value(), StandardCharsets.UTF_8));
        admin.sees(trainer.value() + " leaves");
        admin.findsEverythingAccessible("a departure");
        admin.click("Choose somebody else: " + id(booking));
        assertThat(admin.field("Who takes them")).isFocused();
        admin.findsEverythingAccessible("a departure with a choice of takers");
        admin.click("Hand over 10 lessons");
        admin.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hand over 10 lessons"))
                .click();
        assertThat(admin.page().getByText("10 lessons were handed over.")).isVisible();
    }

    @Test
    void onAPhoneRowsAreCardsAndNothingScrollsSideways() {
        Person admin = loggedIn(360, 740);
        admin.open("/admin/purchases/" + purchase);
        admin.sees(id(booking));
        admin.findsEverythingAccessible("a purchase on a phone");
        admin.open("/admin/trainers");
        admin.sees("Trainers");
        assertThat(admin.page().locator("td").first()).hasCSS("display", "grid");
        admin.findsEverythingAccessible("trainers on a phone");
        admin.open("/admin/purchases/new");
        admin.click("Assign");
        assertThat(admin.page().getByText("Must not be empty.").first()).isVisible();
        admin.findsEverythingAccessible("assigning on a phone");
    }

    private Person loggedIn(int width, int height) {
        BrowserContext context = browsing.context(width, height, "en-GB");
        Person admin = Person.in(context, "http://127.0.0.1:" + port);
        admin.logIn(people.admin().name(), People.PASSWORD);
        return admin;
    }

    private static String id(BookingRequest booking) {
        return Objects.requireNonNull(booking.bookingId());
    }
}
