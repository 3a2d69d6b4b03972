package dev.gangway.training.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.Element;
import dev.gangway.GangwayTest;
import dev.gangway.account.AccountAdministration;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.training.BookingRequest;
import dev.gangway.training.ClassType;
import dev.gangway.training.Course;
import dev.gangway.training.Courses;
import dev.gangway.training.LessonChange;
import dev.gangway.training.LessonType;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseStatus;
import dev.gangway.training.Purchases;
import dev.gangway.training.TrainingWorld;
import dev.gangway.training.TrainingWorld.Town;
import dev.gangway.training.WorkingHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class PurchasesViewTest {

    private static final String ADDRESS = "admin/purchases";

    @Autowired
    private Pages pages;

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Purchases purchases;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private Courses courses;

    @Autowired
    private JdbcClient jdbc;

    private Town town;
    private UserId trainer;

    @BeforeEach
    void anAdministratorAndATown() {
        town = world.town();
        trainer = world.trainer(town, town.north(1), 1, new WorkingHours(8 * 60, 20 * 60));
        pages.openAs(town.admin(), Role.ADMIN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void theListSaysWhatCameOfEachBookingAndIsNarrowedByText() {
        BookingRequest taken = world.booking(town);
        BookingRequest waits = world.booking(town, "ONE_ON_ONE", "OFFLINE", "09:00", trainer);
        world.assign(town, taken);
        world.assign(town, waits);

        UI.getCurrent().navigate(ADDRESS);
        search(id(taken));
        assertThat(rows()).hasSize(1);
        assertThat(text(rows().getFirst())).contains("Assigned", trainer.value(), "0 of 10 held", "in sync");

        search(id(waits));
        assertThat(text(rows().getFirst())).contains("Waiting", "none of 10 planned yet");

        search("nothing is called so");
        assertThat(rows()).isEmpty();
        assertThat(page()).contains("No purchase matches");
    }

    @Test
    void studentAndTrainerAreFoundByNameAndTheStatusNarrows() {
        BookingRequest taken = world.booking(town);
        world.assign(town, taken);
        UI.getCurrent().navigate(ADDRESS);

        search("Name of " + student(taken));
        assertThat(rows()).hasSize(1);
        search(trainer.value());
        assertThat(rows()).hasSize(1);

        _setValue(select("Result"), PurchaseStatus.WAITLISTED);
        assertThat(rows()).isEmpty();
    }

    @Test
    void aLostAndADriftedLessonAreCountedAndSyncMendsThem() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        jdbc.sql("""
                        delete from tutoring_sessions where purchase_session_id in
                            (select id from purchase_sessions where purchase_id = :id and session_number <= 2)
                        """).param("id", purchase).update();
        jdbc.sql("""
                        update tutoring_sessions set duration_minutes = 50 where purchase_session_id in
                            (select id from purchase_sessions where purchase_id = :id and session_number = 3)
                        """).param("id", purchase).update();

        UI.getCurrent().navigate(ADDRESS + "/" + purchase);
        assertThat(page()).contains("2 missing", "1 drifted");
        click("Sync");

        assertThat(page()).contains("Synced: 2 created, 1 corrected, 0 with errors.", "in sync");
    }

    @Test
    void whatCannotBeSyncedIsNamedByRow() {
        BookingRequest booking = world.booking(town);
        UUID purchase = world.assign(town, booking).purchaseId();
        String student = student(booking);
        jdbc.sql("delete from tutoring_sessions where purchase_id = :id")
                .param("id", purchase)
                .update();
        jdbc.sql("update students set latitude = null, longitude = null where user_id = :id")
                .param("id", student)
                .update();

        UI.getCurrent().navigate(ADDRESS + "/" + purchase);
        assertThat(page()).contains("10 cannot be synced");
        click("Sync");

        assertThat(page()).contains("10 with errors", "The student " + student + " has no valid coordinates.");
    }

    @Test
    void allAreSyncedInTheBackgroundAndThePageHearsOfIt() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        jdbc.sql("delete from tutoring_sessions where purchase_id = :id")
                .param("id", purchase)
                .update();

        UI.getCurrent().navigate(ADDRESS);
        click("Sync all");
        pages.hears(() -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
            return page().contains("Synced: ");
        });

        assertThat(jdbc.sql("select count(*) from tutoring_sessions where purchase_id = :id")
                        .param("id", purchase)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void whatSomebodyElseChangedAboutALessonMeanwhileStays() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        PurchaseSession lesson = first(purchase);
        UI.getCurrent().navigate(ADDRESS + "/" + purchase);

        clickNamed("Change lesson 1");
        purchases.change(town.admin(), lesson.id(), new LessonChange(null, 30, null), null);
        DateTimePicker when = _get(DateTimePicker.class);
        _setValue(when, when.getValue().plusHours(1));
        click("Save");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(first(purchase).startsAt()).isEqualTo(lesson.startsAt().plusSeconds(3600));
        assertThat(first(purchase).durationMinutes()).isEqualTo(30);
        assertThat(page()).contains("30 minutes");
    }

    @Test
    void whatTwoChangedAboutALessonIsChosenAndNothingThatWasTypedIsLost() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UI.getCurrent().navigate(ADDRESS + "/" + purchase);

        clickNamed("Change lesson 1");
        purchases.change(town.admin(), first(purchase).id(), new LessonChange(null, 30, null), null);
        _setValue(_get(IntegerField.class), 50);
        click("Save");
        assertThat(text(_get(Dialog.class)))
                .contains("Somebody changed this meanwhile.", "Yours50", "Saved meanwhile30")
                .containsOnlyOnce("Keep mine");
        assertThat(first(purchase).durationMinutes()).isEqualTo(30);

        click("Keep mine");
        click("Save");
        assertThat(first(purchase).durationMinutes()).isEqualTo(50);
    }

    @Test
    void aLessonWithoutAReadableTimeIsNotSaved() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UI.getCurrent().navigate(ADDRESS + "/" + purchase);

        clickNamed("Change lesson 1");
        DateTimePicker when = _get(DateTimePicker.class);
        _setValue(when, null);
        click("Save");

        assertThat(when.getErrorMessage()).isEqualTo("Must not be empty.");
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    private PurchaseSession first(UUID purchase) {
        return purchases.find(adminCaller(), purchase).orElseThrow().lessons().getFirst();
    }

    @Test
    void aLessonOverAnotherIsRefusedBesideItsTime() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UI.getCurrent().navigate(ADDRESS + "/" + purchase);

        clickNamed("Change lesson 1");
        DateTimePicker when = _get(DateTimePicker.class);
        _setValue(when, when.getValue().plusDays(1));
        click("Save");

        assertThat(when.isInvalid()).isTrue();
        assertThat(when.getErrorMessage()).contains("another lesson at that time");
    }

    @Test
    void theVerdictSaysWhyAndWhatIfStandsBesideItAndChangesNothing() {
        BookingRequest late = world.booking(town, "ONE_ON_ONE", "OFFLINE", "21:00", trainer);
        UUID purchase = world.assign(town, late).purchaseId();

        UI.getCurrent().navigate(ADDRESS + "/" + purchase);
        assertThat(page()).contains("Nobody can: it waits", "1 × outside working hours", "1 km");
        _setValue(_get(TimePicker.class, spec -> spec.withLabel("Time of day")), LocalTime.of(10, 0));
        click("Show what would be");

        assertThat(page()).contains("Goes to " + trainer.value(), "Nobody can: it waits");
        assertThat(purchases.find(adminCaller(), purchase).orElseThrow().status())
                .isEqualTo(PurchaseStatus.WAITLISTED);
    }

    @Test
    void whoeverWaitsIsTriedAtOnce() {
        BookingRequest late = world.booking(town, "ONE_ON_ONE", "OFFLINE", "21:00", trainer);
        UUID purchase = world.assign(town, late).purchaseId();
        UI.getCurrent().navigate(ADDRESS + "/waitlist");
        search(id(late));
        clickNamed("Try now: " + id(late));
        assertThat(rows()).hasSize(1);

        jdbc.sql("update trainers set works_to = 1440 where user_id = :id")
                .param("id", trainer.value())
                .update();
        clickNamed("Try now: " + id(late));

        assertThat(rows()).isEmpty();
        assertThat(purchases.find(adminCaller(), purchase).orElseThrow().trainerId())
                .isEqualTo(trainer);
    }

    @Test
    void aBookingIsAssignedWithEveryProblemBesideItsField() {
        UI.getCurrent().navigate(ADDRESS + "/new");
        click("Assign");
        TextField id = field("Booking");
        assertThat(id.isInvalid()).isTrue();
        assertThat(combo("Course").isInvalid()).isTrue();
        assertThat(field("Latitude").isInvalid()).isTrue();
        assertThat(_get(AccountChoice.class).isInvalid()).isTrue();

        BookingRequest wanted = world.booking(town);
        Course course = courses.find(town.course()).orElseThrow().value();
        _setValue(id, id(wanted) + "-page");
        _setValue(PurchasesViewTest.<Course>combo("Course"), course);
        _setValue(select("Class type"), ClassType.ONE_ON_TWO);
        _setValue(select("Lessons are"), LessonType.ONLINE);
        _setValue(_get(DatePicker.class), LocalDate.parse(wanted.startDate()));
        _setValue(_get(TimePicker.class), LocalTime.of(17, 0));
        _setValue(field("Latitude"), String.valueOf(town.centre().latitude()).replace('.', ','));
        _setValue(field("Longitude"), String.valueOf(town.centre().longitude()));
        List<AccountChoice> students = _find(AccountChoice.class);
        assertThat(students).hasSize(2);
        type(students.get(0), student(wanted));
        type(students.get(1), student(wanted));
        click("Assign");
        assertThat(students.get(1).getErrorMessage()).isEqualTo("This student is named twice.");

        String admin = administration.find(town.admin()).orElseThrow().account().username();
        type(students.get(1), admin.toUpperCase(Locale.ROOT));
        assertThat(students.get(1).id()).contains(town.admin().value());
        click("Assign");
        assertThat(page()).contains(id(wanted) + "-page", "Goes to " + trainer.value(), "two students");
    }

    private static void type(AccountChoice choice, String typed) {
        ComponentUtil.fireEvent(choice, new CustomValueSetEvent<>(choice, true, typed));
    }

    private Caller adminCaller() {
        return new Caller(town.admin(), "admin", Set.of(Role.ADMIN), new UUID(0, 1));
    }

    private static void search(String text) {
        _setValue(field("Search purchases"), text);
    }

    private static TextField field(String label) {
        return _find(TextField.class, spec -> spec.withLabel(label)).getFirst();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Select<T> select(String label) {
        return (Select<T>) _get(Select.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> ComboBox<T> combo(String label) {
        return (ComboBox<T>) _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    private static void click(String words) {
        _click(_find(Button.class).stream()
                .filter(button -> words(button).equals(words))
                .filter(button -> button.getElement().getAttribute("aria-label") == null)
                .filter(Component::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + words)));
    }

    private static void clickNamed(String name) {
        _click(_find(Button.class).stream()
                .filter(button -> name.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + name)));
    }

    private static List<NativeTableRow> rows() {
        return _find(NativeTableRow.class).stream()
                .filter(row -> !_find(row, Anchor.class).isEmpty())
                .toList();
    }

    private static String page() {
        return text(_get(PurchasesView.class));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    /** What a button says while it waits to be pressed. */
    private static String words(Button button) {
        return button.getElement()
                .getChildren()
                .filter(part -> part.getClassList().contains("idle"))
                .findFirst()
                .map(Element::getText)
                .orElseGet(button::getText);
    }

    private static String id(BookingRequest booking) {
        return Objects.requireNonNull(booking.bookingId());
    }

    private static String student(BookingRequest booking) {
        return Objects.requireNonNull(
                Objects.requireNonNull(booking.students()).getFirst().id());
    }
}
