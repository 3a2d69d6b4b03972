package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.gangway.training.LessonWorld;
import dev.gangway.training.LessonWorld.Course;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A trainer at a desk and a student with a phone, each with their lessons open, do something with them. */
@BrowserTest
class LessonsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private LessonWorld world;

    @Autowired
    private Browsing browsing;

    private Person trainer;
    private Person student;

    @BeforeEach
    void bothLookAtTheirLessons() {
        People.Known tess = people.trainer();
        People.Known ada = people.user();
        Course course = world.course(tess.id(), List.of(ada.id()));
        world.move(course, 1, world.earlierToday());
        trainer = at(tess, 1280, 900, "/trainer/sessions");
        student = at(ada, 360, 740, "/student/sessions");
    }

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void whatOneSideDoesShowsOnTheOthersPage() {
        student.isPictured("phone-lessons");
        Locator start = within(trainer, "Today").getByRole(AriaRole.BUTTON, named("Start"));
        start.focus();
        start.press("Enter");
        assertThat(within(student, "Today")).containsText("In progress");
        assertThat(within(trainer, "Today").locator(".lesson-card")).isFocused();

        within(student, "Next")
                .getByRole(AriaRole.BUTTON, named("Ask to reschedule"))
                .first()
                .click();
        Locator dialog = student.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("School trip");
        student.findsEverythingAccessible("asking for another time");
        dialog.getByLabel("New time").fill("18:00");
        dialog.getByLabel("New time").press("Tab");
        dialog.getByRole(AriaRole.BUTTON, named("Send request")).click();

        assertThat(within(trainer, "Waiting for you")).containsText("School trip");
        trainer.findsEverythingAccessible("lessons of a trainer with a request");
        trainer.isPictured("desktop-lessons");
        trainer.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        trainer.isPictured("desktop-lessons-dark");
        within(trainer, "Waiting for you")
                .getByRole(AriaRole.BUTTON, named("Approve"))
                .click();
        assertThat(within(student, "Next")).containsText("18:00–18:40");

        trainer.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("List"))
                .click();
        assertThat(trainer.page().getByRole(AriaRole.TABLE).first()).isVisible();
        trainer.findsEverythingAccessible("lessons of a trainer as a list");
        student.open("/student/sessions?view=list");
        assertThat(within(student, "Next")).isVisible();
        student.findsEverythingAccessible("lessons of a student as a list on a phone");
    }

    private static Locator within(Person person, String section) {
        return person.page()
                .locator(".lesson-section")
                .filter(new Locator.FilterOptions()
                        .setHas(person.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(section)
                                                .setExact(true))));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private Person at(People.Known known, int width, int height, String address) {
        Person person = Person.in(browsing.context(width, height, "en-GB"), "http://localhost:" + port);
        person.logIn(known.name(), People.PASSWORD);
        person.open(address);
        assertThat(person.page().locator(".lesson-section").first()).isVisible();
        return person;
    }
}
