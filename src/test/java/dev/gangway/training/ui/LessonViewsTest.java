package dev.gangway.training.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import dev.gangway.training.LessonWorld;
import dev.gangway.training.LessonWorld.Course;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleOutcome;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.Reschedules;
import dev.gangway.training.TutoringAction;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringSession;
import dev.gangway.training.TutoringSessions;
import dev.gangway.training.TutoringStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

@GangwayTest
class LessonViewsTest {

    @Autowired
    private LessonWorld world;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Reschedules reschedules;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Pages pages;

    @Autowired
    private Statements statements;

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aTrainerSeesTodayAndWhatComesByDayAndAsAList() {
        Course course = world.course(2);
        world.move(course, 1, world.earlierToday());
        trainer(course);

        assertThat(text(section("Today"))).contains("lesson 1 of 10").contains("In person, 1.0 km from home");
        assertThat(text(section("Next"))).contains("17:00–17:40").contains("lesson 2 of 10");
        assertThat(text(section("Past"))).contains("There have been no lessons yet.");
        assertThat(_find(section("Today"), Anchor.class).getFirst().getHref())
                .startsWith("https://www.openstreetmap.org/?mlat=");
        assertThat(_find(DataTable.class)).isEmpty();

        UI.getCurrent().navigate("trainer/sessions", QueryParameters.of("view", "list"));
        assertThat(_find(DataTable.class)).isNotEmpty();
        assertThat(_find(LessonCard.class)).isEmpty();
        assertThat(text(section("Today"))).contains("lesson 1 of 10");
    }

    @Test
    void aTrainerStartsCompletesAndTheStudentConfirmsWhileBothSeeIt() {
        Course course = world.course(1);
        world.move(course, 1, world.earlierToday());
        trainer(course);

        press(section("Today"), "Start");
        assertThat(status(course)).isEqualTo(TutoringStatus.IN_PROGRESS);
        press(section("Today"), "Complete");
        assertThat(text(section("Today"))).contains("Waiting for confirmation");
        lessons.act(course.asStudent(), world.lesson(course, 1).id(), TutoringAction.CONFIRM);

        pages.hears(() -> text(section("Today")).contains("Completed"));
    }

    @Test
    void aStudentConfirmsOrSaysWhatWasWrong() {
        Course course = world.course(1);
        for (int number : List.of(1, 2)) {
            lessons.act(course.asTrainer(), world.lesson(course, number).id(), TutoringAction.START);
            lessons.act(course.asTrainer(), world.lesson(course, number).id(), TutoringAction.COMPLETE);
        }
        student(course);

        press(section("Waiting for you"), "Confirm");
        press(section("Waiting for you"), "Dispute");
        press("Dispute");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "It was too short");
        press("Dispute");

        TutoringSession disputed = world.lesson(course, 2);
        assertThat(world.lesson(course, 1).status()).isEqualTo(TutoringStatus.COMPLETED);
        assertThat(disputed.status()).isEqualTo(TutoringStatus.DISPUTED);
        assertThat(disputed.disputeReason()).isEqualTo("It was too short");
        assertThat(text(section("Next"))).contains("You said: It was too short");
        assertThat(headings()).doesNotContain("Waiting for you");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTrainerMarksWhoOfSeveralWasAbsent() {
        Course course = world.course(2);
        world.move(course, 1, world.earlierToday());
        trainer(course);

        press(section("Today"), "Mark absence");
        RadioButtonGroup<Object> who = _get(RadioButtonGroup.class);
        List<Object> choices = who.getListDataView().getItems().toList();
        assertThat(choices).hasSize(3);
        who.setValue(choices.get(1));
        press("Mark absence");

        assertThat(world.lesson(course, course.students().getLast(), 1).absent())
                .isEqualTo(Side.STUDENT);
        assertThat(status(course)).isEqualTo(TutoringStatus.SCHEDULED);
        assertThat(text(section("Today"))).contains("Waiting for confirmation: the student was absent");
    }

    @Test
    void aLessonIsCancelledOnlyAfterAQuestionThatNamesIt() {
        Course course = world.course(2);
        trainer(course);

        press(section("Next"), "Cancel lesson");
        assertThat(status(course)).isEqualTo(TutoringStatus.SCHEDULED);
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(status(course)).isEqualTo(TutoringStatus.CANCELLED);
        assertThat(world.lesson(course, course.students().getLast(), 1).status())
                .isEqualTo(TutoringStatus.CANCELLED);
    }

    @Test
    void aStudentAsksForAnotherTimeInTheirOwnZoneAndTheTrainerAgrees() {
        Course course = world.course(1);
        world.live(course.student(), "America/New_York");
        TutoringSession lesson = world.lesson(course, 1);
        student(course);
        assertThat(text(section("Next"))).contains("17:00 for the trainer (Europe/Madrid)");

        press(section("Next"), "Ask to reschedule");
        TimePicker time = _get(TimePicker.class);
        assertThat(time.getHelperText()).isEqualTo("America/New_York");
        time.setValue(time.getValue().plusHours(1));
        press("Send request");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _setValue(_get(TextArea.class), "School trip");
        press("Send request");
        assertThat(text(section("Next")))
                .contains("You asked to move this lesson")
                .contains("Waiting for an answer.");

        trainer(course);
        assertThat(text(section("Waiting for you"))).contains("School trip");
        press(section("Waiting for you"), "Approve");
        assertThat(world.lesson(course, 1).startsAt())
                .isEqualTo(lesson.startsAt().plus(Duration.ofHours(1)));
        assertThat(headings()).doesNotContain("Waiting for you");
    }

    @Test
    void aDayThatCannotBeReadIsCalledSoAndNotEmpty() {
        Course course = world.course(1);
        student(course);

        press(section("Next"), "Ask to reschedule");
        DatePicker day = _get(DatePicker.class);
        day.setValue(null);
        press("Send request");
        assertThat(day.getErrorMessage()).isEqualTo("Please fill this in");
        day.getElement().setProperty("_inputElementValue", "soon");
        day.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(day.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
        press("Send request");

        assertThat(day.getErrorMessage()).isEqualTo("This must be a date such as 2026-11-21");
    }

    @Test
    void aTimeThatTheTrainerCannotIsSaidWhereItIsAskedFor() {
        Course course = world.course(1);
        student(course);

        press(section("Next"), "Ask to reschedule");
        DatePicker day = _get(DatePicker.class);
        day.setValue(day.getValue().plusDays(1));
        _setValue(_get(TextArea.class), "x");
        press("Send request");

        assertThat(_get(RescheduleDialog.class).getElement().getTextRecursively())
                .contains("The trainer has another lesson at that time.");
        assertThat(reschedules.page(course.asStudent(), null, null, 10)).isEmpty();
    }

    @Test
    void whatATrainerAsksShowsAtOnceAndCanBeDeclinedOrWithdrawn() {
        Course course = world.course(1);
        student(course);
        TutoringSession lesson = world.lesson(course, 1);

        Reschedule asked = ask(course, lesson);
        pages.hears(() -> headings().contains("Waiting for you"));
        press(section("Waiting for you"), "Decline");
        assertThat(reschedules.page(course.asTrainer(), RescheduleStatus.DECLINED, null, 10))
                .extracting(Reschedule::id)
                .containsExactly(asked.id());
        assertThat(text(section("Next"))).contains("Declined.");

        ask(course, lesson);
        trainer(course);
        press(section("Next"), "Withdraw request");
        assertThat(reschedules.page(course.asTrainer(), RescheduleStatus.OPEN, null, 10))
                .isEmpty();
    }

    @Test
    void whoHasNoLessonsIsToldWhereTheyComeFrom() {
        UserId nobody = accounts.user();
        pages.openAs(nobody, Role.USER);
        UI.getCurrent().navigate("student/sessions");

        assertThat(text(_get(Notice.class))).contains("No lessons yet");
        assertThat(_find(LessonSection.class)).isEmpty();
    }

    @Test
    void moreIsReadOnlyWhenItIsAskedForAndAPageTakesFewStatements() throws Exception {
        Course course = world.course(3);
        pages.openAs(course.trainer(), Role.TRAINER);

        List<String> sent = statements.of(() -> {
            UI.getCurrent().navigate("trainer/sessions");
            return null;
        });
        assertThat(sent.stream()
                        .filter(sql -> sql.contains("tutoring_sessions"))
                        .count())
                .isLessThanOrEqualTo(4);
        assertThat(text(section("Next"))).doesNotContain("lesson 10 of 10");
        press(section("Next"), "Show more");
        assertThat(text(section("Next"))).contains("lesson 10 of 10");
    }

    private Reschedule ask(Course course, TutoringSession lesson) {
        return ((RescheduleOutcome.Done) reschedules.ask(
                        course.asTrainer(), lesson.id(), lesson.startsAt().plus(Duration.ofHours(1)), "Doctor"))
                .request();
    }

    private void trainer(Course course) {
        pages.openAs(course.trainer(), Role.TRAINER);
        UI.getCurrent().navigate("trainer/sessions");
    }

    private void student(Course course) {
        pages.openAs(course.student(), Role.USER);
        UI.getCurrent().navigate("student/sessions");
    }

    private TutoringStatus status(Course course) {
        return world.lesson(course, 1).status();
    }

    private static LessonSection section(String title) {
        return _find(LessonSection.class).stream()
                .filter(section -> _get(section, H2.class).getText().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No section " + title));
    }

    private static List<String> headings() {
        return _find(H2.class).stream().map(H2::getText).toList();
    }

    private static void press(Component within, String button) {
        _click(_find(within, Button.class).stream()
                .filter(each -> text(each).contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + button + " in " + text(within))));
    }

    /** The button of the dialog that is open. */
    private static void press(String button) {
        _click(_find(com.vaadin.flow.component.dialog.Dialog.class).stream()
                .flatMap(dialog -> _find(dialog, Button.class).stream())
                .filter(each -> text(each).contains(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + button)));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
