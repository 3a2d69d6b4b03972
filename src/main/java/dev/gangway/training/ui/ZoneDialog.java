package dev.gangway.training.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.training.Checks;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import dev.gangway.training.Zone;
import dev.gangway.training.ZoneRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes or changes a zone. */
class ZoneDialog extends VersionedDialog<Zone> {

    private final transient TrainerServices services;
    private final TextField id = errors.at("id", inputs.text("trainers.id"));
    private final TextField name = errors.at("name", inputs.text("trainers.name"));
    private final TextField latitude = errors.at("centre", inputs.decimal("trainers.centre.latitude"));
    private final TextField longitude = errors.at("centre.longitude", inputs.decimal("trainers.centre.longitude"));
    private final TextField radius = errors.at("radiusKm", inputs.decimal("trainers.radius"));
    private final ComboBox<String> timeZone = errors.at("timeZone", new ComboBox<>(words.of("trainers.time_zone")));
    private final Checkbox active = new Checkbox(words.of("trainers.zone.active"));

    static ZoneDialog ofNew(TrainerServices services, TrainingWords words, Runnable changed) {
        ZoneDialog dialog = new ZoneDialog(words.of("trainers.zone.new"), services, words, changed);
        dialog.timeZone.setValue(TimeZones.near(words.moments().zone()));
        dialog.active.setValue(true);
        return dialog;
    }

    ZoneDialog(Versioned<Zone> zone, TrainerServices services, TrainingWords words, Runnable changed) {
        this(words.of("trainers.change.named", zone.value().name()), services, words, changed);
        id.setReadOnly(true);
        id.setValue(zone.value().id());
        read(zone);
    }

    private ZoneDialog(String title, TrainerServices services, TrainingWords words, Runnable changed) {
        super(title, "trainers.saved", words, changed);
        this.services = services;
        id.setHelperText(words.of("trainers.id.help"));
        radius.setHelperText(words.of("trainers.radius.help"));
        timeZone.setItems(TimeZones.all());
        ask(id, name, latitude, longitude, radius, timeZone, active);
    }

    @Override
    protected @Nullable Zone write(Checks checks) {
        return new ZoneRequest(
                        id.getValue(),
                        name.getValue(),
                        Inputs.decimal(latitude),
                        Inputs.decimal(longitude),
                        Inputs.decimal(radius),
                        timeZone.getValue(),
                        active.getValue())
                .read(checks);
    }

    @Override
    protected VersionedOutcome<Zone> put(Zone value, @Nullable Integer seen) {
        return services.zones().put(services.caller().get().userId(), value, seen);
    }

    @Override
    protected List<VersionedField<Zone>> parts() {
        return List.of(
                new VersionedField<>(words.of("trainers.name"), Zone::name, zone -> name.setValue(zone.name())),
                new VersionedField<>(
                        words.of("trainers.centre"),
                        zone -> zone.centre().latitude() + ", " + zone.centre().longitude(),
                        zone -> {
                            latitude.setValue(String.valueOf(zone.centre().latitude()));
                            longitude.setValue(String.valueOf(zone.centre().longitude()));
                        }),
                new VersionedField<>(
                        words.of("trainers.radius"),
                        Zone::radiusKm,
                        zone -> words.kilometres(zone.radiusKm()),
                        zone -> radius.setValue(String.valueOf(zone.radiusKm()))),
                new VersionedField<>(
                        words.of("trainers.time_zone"),
                        zone -> zone.timeZone().getId(),
                        zone -> timeZone.setValue(zone.timeZone().getId())),
                new VersionedField<>(
                        words.of("trainers.zone.active"),
                        zone -> words.yesNo(zone.active()),
                        zone -> active.setValue(zone.active())));
    }
}
