package dev.gangway.training.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.account.AccountFilter;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.UserId;
import dev.gangway.training.Checks;
import dev.gangway.training.Course;
import dev.gangway.training.Place;
import dev.gangway.training.Trainer;
import dev.gangway.training.TrainerRequest;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import dev.gangway.training.WorkingHours;
import dev.gangway.training.Zone;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an account a trainer, or changes what is known about one. */
class TrainerDialog extends VersionedDialog<Trainer> {

    /** Whoever is not among them is found by typing more of the name. */
    private static final int MOST_ACCOUNTS = 100;

    private final transient TrainerServices services;
    private final transient @Nullable UserId known;
    private final ComboBox<ManagedAccount> account = errors.at("userId", new ComboBox<>(words.of("trainers.account")));
    private final ComboBox<Zone> zone = errors.at("zoneId", new ComboBox<>(words.of("trainers.zone")));
    private final MultiSelectComboBox<Course> courses =
            errors.at("courseIds", new MultiSelectComboBox<>(words.of("trainers.courses")));
    private final IntegerField capacity = errors.at("capacity", inputs.whole("trainers.capacity"));
    private final TextField from = errors.at("workingHours.from", inputs.text("trainers.from"));
    private final TextField to = errors.at("workingHours.to", inputs.text("trainers.to"));
    private final ComboBox<String> timeZone = errors.at("timeZone", new ComboBox<>(words.of("trainers.time_zone")));
    private final TextField latitude = errors.at("home", inputs.decimal("trainers.home.latitude"));
    private final TextField longitude = errors.at("home.longitude", inputs.decimal("trainers.home.longitude"));
    private final Checkbox active = new Checkbox(words.of("trainers.active"));

    static TrainerDialog ofNew(TrainerServices services, TrainingWords words, Runnable changed) {
        TrainerDialog dialog = new TrainerDialog(words.of("trainers.new"), null, services, words, changed);
        dialog.begin();
        return dialog;
    }

    TrainerDialog(
            Versioned<Trainer> trainer, String name, TrainerServices services, TrainingWords words, Runnable changed) {
        this(words.of("trainers.change.named", name), trainer.value().id(), services, words, changed);
        read(trainer);
    }

    private TrainerDialog(
            String title, @Nullable UserId known, TrainerServices services, TrainingWords words, Runnable changed) {
        super(title, "trainers.saved", words, changed);
        this.services = services;
        this.known = known;
        errors.at("workingHours", from);
        account.setItemsPageable((page, typed) -> accounts(Objects.requireNonNullElse(typed, "")).stream()
                .skip(page.getOffset())
                .limit(page.getPageSize())
                .toList());
        account.setItemLabelGenerator(each -> each.account().username());
        account.setHelperText(words.of("trainers.account.help"));
        account.setVisible(known == null);
        zone.setItems(services.zones().page("", TrainerServices.MOST).stream()
                .map(Versioned::value)
                .toList());
        zone.setItemLabelGenerator(Zone::name);
        courses.setItems(services.courses().page("", TrainerServices.MOST).stream()
                .map(Versioned::value)
                .toList());
        courses.setItemLabelGenerator(Course::name);
        courses.setHelperText(words.of("trainers.courses.help"));
        capacity.setHelperText(words.of("trainers.capacity.help"));
        to.setHelperText(words.of("trainers.to.help"));
        timeZone.setItems(TimeZones.all());
        latitude.setHelperText(words.of("trainers.home.help"));
        ask(account, zone, courses, capacity, from, to, timeZone, latitude, longitude, active);
    }

    private List<ManagedAccount> accounts(String typed) {
        return services.accounts()
                .page(AccountFilter.of(typed), null, MOST_ACCOUNTS)
                .accounts();
    }

    private void begin() {
        capacity.setValue(8);
        from.setValue("08:00");
        to.setValue("20:00");
        timeZone.setValue(TimeZones.near(words.moments().zone()));
        active.setValue(true);
    }

    @Override
    protected @Nullable Trainer write(Checks checks) {
        ManagedAccount chosen = account.getValue();
        @Nullable UserId id = known == null && chosen != null ? chosen.account().id() : known;
        if (id == null) {
            checks.wrong("userId", "problem.field.required");
        }
        Zone where = zone.getValue();
        boolean hasHome = !latitude.isEmpty() || !longitude.isEmpty();
        List<@Nullable String> certified = courses.getValue().stream()
                .<@Nullable String>map(Course::id)
                .sorted()
                .toList();
        return new TrainerRequest(
                        id == null ? "?" : id.value(),
                        where == null ? null : where.id(),
                        hasHome ? new TrainerRequest.Home(Inputs.decimal(latitude), Inputs.decimal(longitude)) : null,
                        certified,
                        capacity.getValue(),
                        active.getValue(),
                        BookingPanel.blank(from.getValue()),
                        BookingPanel.blank(to.getValue()),
                        timeZone.getValue())
                .read(checks);
    }

    @Override
    protected VersionedOutcome<Trainer> put(Trainer value, @Nullable Integer seen) {
        return services.trainers().put(services.caller().get().userId(), value, seen);
    }

    @Override
    protected List<VersionedField<Trainer>> parts() {
        return List.of(
                new VersionedField<>(
                        words.of("trainers.zone"),
                        Trainer::zoneId,
                        it -> zone(it).name(),
                        it -> zone.setValue(zone(it))),
                new VersionedField<>(
                        words.of("trainers.courses"),
                        it -> Set.copyOf(it.courseIds()),
                        it -> certified(it).map(Course::name).sorted().collect(Collectors.joining(", ")),
                        it -> courses.setValue(certified(it).collect(Collectors.toSet()))),
                new VersionedField<>(
                        words.of("trainers.capacity"),
                        it -> String.valueOf(it.capacity()),
                        it -> capacity.setValue(it.capacity())),
                new VersionedField<>(
                        words.of("trainers.from"),
                        it -> WorkingHours.time(it.hours().fromMinute()),
                        it -> from.setValue(WorkingHours.time(it.hours().fromMinute()))),
                new VersionedField<>(
                        words.of("trainers.to"),
                        it -> WorkingHours.time(it.hours().toMinute()),
                        it -> to.setValue(WorkingHours.time(it.hours().toMinute()))),
                new VersionedField<>(
                        words.of("trainers.time_zone"),
                        it -> it.timeZone().getId(),
                        it -> timeZone.setValue(it.timeZone().getId())),
                new VersionedField<>(words.of("trainers.home"), TrainerDialog::home, this::showHome),
                new VersionedField<>(
                        words.of("trainers.active"),
                        it -> words.yesNo(it.active()),
                        it -> active.setValue(it.active())));
    }

    private Zone zone(Trainer trainer) {
        return services.zones().find(trainer.zoneId()).orElseThrow().value();
    }

    private Stream<Course> certified(Trainer trainer) {
        Set<String> ids = Set.copyOf(trainer.courseIds());
        return courses.getListDataView().getItems().filter(each -> ids.contains(each.id()));
    }

    private static String home(Trainer trainer) {
        Place home = trainer.home();
        return home == null ? "–" : home.latitude() + ", " + home.longitude();
    }

    private void showHome(Trainer trainer) {
        Place home = trainer.home();
        latitude.setValue(home == null ? "" : String.valueOf(home.latitude()));
        longitude.setValue(home == null ? "" : String.valueOf(home.longitude()));
    }
}
