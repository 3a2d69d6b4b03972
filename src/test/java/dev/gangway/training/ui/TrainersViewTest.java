package dev.gangway.training.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.AccountAdministration;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.training.Course;
import dev.gangway.training.Courses;
import dev.gangway.training.Taker;
import dev.gangway.training.Trainer;
import dev.gangway.training.Trainers;
import dev.gangway.training.TrainingWorld;
import dev.gangway.training.TrainingWorld.Town;
import dev.gangway.training.WorkingHours;
import dev.gangway.training.Zone;
import dev.gangway.training.Zones;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class TrainersViewTest {

    private static final String ADDRESS = "admin/trainers";

    @Autowired
    private Pages pages;

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Trainers trainers;

    @Autowired
    private Zones zones;

    @Autowired
    private Courses courses;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccountAdministration administration;

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
    void theListSaysLoadAgainstCapacity() {
        UI.getCurrent().navigate(ADDRESS);
        search(trainer.value());
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(text(row))
                        .contains(town.zone().name(), "0 of 1 purchases", "no lessons to come", "has room"));

        world.assign(town, world.booking(town));
        search("");
        search(trainer.value());
        assertThat(text(rows().getFirst())).contains("1 of 1 purchases", "10 lessons to come", "full");

        search("nobody is called so");
        assertThat(page()).contains("No trainer matches");
    }

    @Test
    void aTrainerIsMadeWithEveryProblemBesideItsField() {
        UserId account = accounts.user();
        UI.getCurrent().navigate(ADDRESS);
        click("New trainer");
        _setValue(_get(IntegerField.class), -1);
        _setValue(field("Works from"), "25:00");
        _setValue(field("Latitude of the home"), "91");
        click("Save");
        assertThat(combo("Account").isInvalid()).isTrue();
        assertThat(combo("Zone").isInvalid()).isTrue();
        assertThat(_get(IntegerField.class).getErrorMessage()).contains("from 0 to");
        assertThat(field("Works from").getErrorMessage()).isEqualTo("Must be a time such as 08:30.");
        assertThat(field("Latitude of the home").isInvalid()).isTrue();

        _setValue(
                TrainersViewTest.<Object>combo("Account"),
                administration.find(account).orElseThrow());
        _setValue(TrainersViewTest.<Zone>combo("Zone"), town.zone());
        _setValue(
                TrainersViewTest.<Course>certified(),
                Set.of(courses.find(town.course()).orElseThrow().value()));
        _setValue(_get(IntegerField.class), 3);
        _setValue(field("Works from"), "09:00");
        _setValue(field("Latitude of the home"), "");
        click("Save");

        Trainer made = trainers.find(account).orElseThrow().value();
        assertThat(made.hours()).isEqualTo(new WorkingHours(9 * 60, 20 * 60));
        assertThat(made.courseIds()).containsExactly(town.course());
        assertThat(made.home()).isNull();
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void whereTheSameFieldWasChangedInTwoPlacesOneChooses() {
        UI.getCurrent().navigate(ADDRESS);
        search(trainer.value());
        clickNamed("Change " + trainer.value());
        somebodyElseSaves(7, new WorkingHours(8 * 60, 20 * 60));
        _setValue(_get(IntegerField.class), 5);
        click("Save");

        assertThat(text(_get(Dialog.class)))
                .contains("Somebody changed this meanwhile.", "Yours5", "Saved meanwhile7")
                .containsOnlyOnce("Keep mine");
        assertThat(known().capacity()).isEqualTo(7);
        click("Keep theirs");
        assertThat(_get(IntegerField.class).getValue()).isEqualTo(7);
        _setValue(_get(IntegerField.class), 6);
        click("Save");
        assertThat(known().capacity()).isEqualTo(6);
    }

    @Test
    void whereDifferentFieldsWereChangedInTwoPlacesBothCount() {
        UI.getCurrent().navigate(ADDRESS);
        search(trainer.value());
        clickNamed("Change " + trainer.value());
        somebodyElseSaves(1, new WorkingHours(10 * 60, 18 * 60));
        _setValue(_get(IntegerField.class), 5);
        click("Save");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(known().capacity()).isEqualTo(5);
        assertThat(known().hours()).isEqualTo(new WorkingHours(10 * 60, 18 * 60));
    }

    @Test
    void eachFieldThatBothChangedIsChosenByItself() {
        UI.getCurrent().navigate(ADDRESS);
        search(trainer.value());
        clickNamed("Change " + trainer.value());
        somebodyElseSaves(7, new WorkingHours(10 * 60, 20 * 60));
        _setValue(_get(IntegerField.class), 5);
        _setValue(field("Works from"), "09:00");
        click("Save");
        click("Keep mine");
        click("Keep theirs");
        click("Save");

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(known().capacity()).isEqualTo(5);
        assertThat(known().hours()).isEqualTo(new WorkingHours(10 * 60, 20 * 60));
    }

    @Test
    void zonesAndCoursesAreMadeAndAnIdThatIsTakenReplacesNothing() {
        UI.getCurrent().navigate(ADDRESS + "/zones");
        click("New zone");
        _setValue(field("Id"), town.zone().id());
        _setValue(field("Name"), "Another");
        click("Save");
        assertThat(field("Latitude of the centre").isInvalid()).isTrue();
        assertThat(field("Longitude of the centre").getErrorMessage()).isEqualTo("Must not be empty.");
        _setValue(field("Latitude of the centre"), "40,5");
        _setValue(field("Longitude of the centre"), "-3.7");
        _setValue(field("Radius in km"), "0");
        click("Save");
        assertThat(field("Radius in km").isInvalid()).isTrue();
        _setValue(field("Radius in km"), "12,5");
        click("Save");
        assertThat(text(_get(Dialog.class))).contains("This id is taken already.");
        assertThat(zones.find(town.zone().id()).orElseThrow().value().name())
                .isEqualTo(town.zone().name());
        _setValue(field("Id"), town.zone().id() + "-b");
        click("Save");
        assertThat(zones.find(town.zone().id() + "-b").orElseThrow().value().radiusKm())
                .isEqualTo(12.5);

        UI.getCurrent().navigate(ADDRESS + "/courses");
        click("New course");
        click("Save");
        assertThat(field("Name").isInvalid()).isTrue();
        _setValue(field("Id"), town.course() + "-b");
        _setValue(field("Name"), "Knots");
        click("Save");
        assertThat(courses.find(town.course() + "-b")).isPresent();
    }

    @Test
    void theMapDrawsTheZoneToScaleWithItsTrainersAndTellsThemInATable() {
        UI.getCurrent().navigate(ADDRESS + "/map");
        _setValue(zoneChoice(), town.zone());

        String drawn = _get(Html.class).getInnerHtml();
        assertThat(drawn).contains("r=\"260.9\"", "<text y=\"4\">1</text>");
        assertThat(drawn).contains("translate(0.0 -26.1)");
        assertThat(drawn).doesNotContain("zone-map-student", "style=");
        assertThat(text(rows().getFirst())).contains(trainer.value(), "1 km", "0 of 1 purchases");

        world.assign(town, world.booking(town));
        _setValue(_get(Checkbox.class), true);
        assertThat(_get(Html.class).getInnerHtml()).contains("zone-map-student", "zone-map-trainer full");
    }

    @Test
    void markupInANameIsNothingButTextOnTheMap() {
        jdbc.sql("update accounts set username = '\"><img src=x onerror=alert(1)>' || id where id = :id")
                .param("id", trainer.value())
                .update();
        UI.getCurrent().navigate(ADDRESS + "/map");
        _setValue(zoneChoice(), town.zone());

        Html drawn = _get(Html.class);
        assertThat(drawn.getInnerHtml())
                .contains("&lt;img src=x onerror=alert(1)")
                .doesNotContain("<img");
        assertThat(text(rows().getFirst())).contains("\"><img src=x onerror=alert(1)>");
    }

    @Test
    void aTrainerLeavesAndWhatWasChosenGoesToOthers() {
        world.assign(town, world.booking(town));
        UserId taker = world.trainer(town, town.north(2));
        UI.getCurrent().navigate(ADDRESS + "/departure", QueryParameters.of("trainer", trainer.value()));
        assertThat(page())
                .contains(
                        trainer.value() + " leaves",
                        "10 lessons in one purchase to come",
                        "All of it goes to " + taker.value());
        click("Choose somebody else");
        assertThat(page()).contains("Nobody else can take any of these lessons.");

        Checkbox one = _find(Checkbox.class).stream()
                .filter(box -> box.getAriaLabel().orElse("").startsWith("Hand over lesson 1 "))
                .findFirst()
                .orElseThrow();
        _setValue(one, false);
        click("Hand over 9 lessons");
        assertThat(text(_get(ConfirmDialog.class))).contains(taker.value() + ": 9 lessons", "takes no new purchases");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(page())
                .contains(
                        "9 lessons were handed over.",
                        "One lesson to come is still with " + trainer.value(),
                        trainer.value() + " takes no new purchases any more.");
        assertThat(trainers.find(trainer).orElseThrow().value().active()).isFalse();
    }

    @Test
    void lessonsThatNobodyCanTakeAreNamedWithWhy() {
        world.assign(town, world.booking(town));
        UI.getCurrent().navigate(ADDRESS + "/departure", QueryParameters.of("trainer", trainer.value()));

        assertThat(page())
                .contains(
                        "Nobody can take 10 of them.",
                        "Nobody is free",
                        "no other active trainer of the zone is certified");
        assertThat(_find(Button.class)).anyMatch(button -> words(button).equals("Only end new purchases"));
    }

    @Test
    void anotherThanTheProposedOneIsChosenForAPurchaseAndForALesson() {
        world.assign(town, world.booking(town));
        UserId near = world.trainer(town, town.north(2));
        UserId far = world.trainer(town, town.north(3));
        UI.getCurrent().navigate(ADDRESS + "/departure", QueryParameters.of("trainer", trainer.value()));
        assertThat(page()).contains("All of it goes to " + near.value());

        click("Choose somebody else");
        ComboBox<Taker> together = combo("Who takes them");
        _setValue(
                together,
                together.getListDataView()
                        .getItems()
                        .filter(each -> each.trainer().equals(far))
                        .findAny()
                        .orElseThrow());
        assertThat(page()).contains("All of it goes to " + far.value());

        _setValue(takerOfLesson(2), near);
        assertThat(page()).contains("It goes lesson by lesson");
        click("Hand over 10 lessons");
        assertThat(text(_get(ConfirmDialog.class)))
                .contains(far.value() + ": 9 lessons", near.value() + ": one lesson");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(page()).contains("10 lessons were handed over.");
        assertThat(lessonsOf(far)).isEqualTo(9);
        assertThat(lessonsOf(near)).isEqualTo(1);
    }

    private void somebodyElseSaves(int capacity, WorkingHours hours) {
        Trainer was = known();
        trainers.put(
                town.admin(),
                new Trainer(was.id(), was.zoneId(), was.home(), was.courseIds(), capacity, true, hours, was.timeZone()),
                null);
    }

    private Trainer known() {
        return trainers.find(trainer).orElseThrow().value();
    }

    private int lessonsOf(UserId person) {
        return jdbc.sql("select count(*) from purchase_sessions where trainer_id = :trainer")
                .param("trainer", person.value())
                .query(Integer.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static Select<UserId> takerOfLesson(int number) {
        for (Select<?> select : _find(Select.class)) {
            if (select.getAriaLabel().orElse("").startsWith("Who takes lesson " + number + " ")) {
                return (Select<UserId>) select;
            }
        }
        throw new AssertionError("No choice for lesson " + number);
    }

    private static void search(String text) {
        _setValue(field("Search trainers"), text);
    }

    private static TextField field(String label) {
        return _find(TextField.class, spec -> spec.withLabel(label)).getLast();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> ComboBox<T> combo(String label) {
        return (ComboBox<T>) _get(ComboBox.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> MultiSelectComboBox<T> certified() {
        return (MultiSelectComboBox<T>) _get(MultiSelectComboBox.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<Zone> zoneChoice() {
        return (Select<Zone>) _get(Select.class, spec -> spec.withLabel("Zone"));
    }

    private static void click(String words) {
        _click(_find(Button.class).stream()
                .filter(button -> words(button).equals(words))
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
                .filter(row -> row.getHeaderCells().isEmpty())
                .toList();
    }

    private static String page() {
        return text(_get(TrainersView.class));
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
}
