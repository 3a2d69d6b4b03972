package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gangway.base.ui.PickerTexts;
import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewWizard;
import dev.gangway.wizard.ProgressRange;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.WizardSessionStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What narrows the grid: one text for all, and one field for each column. */
class OverviewFilters extends Div {

    private static final int PAUSE_MILLIS = 250;
    private static final int LONGEST = 200;

    private final OverviewWords words;
    private final Consumer<OverviewFilter> changed;
    private final List<OverviewWizard> known;
    private final TextField text;
    private final TextField account;
    private final TextField name;
    private final MultiSelectComboBox<OverviewWizard> wizards = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<WizardSessionStatus> statuses;
    private final MultiSelectComboBox<String> steps = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<ProgressRange> progress;
    private final MultiSelectComboBox<DurationRange> durations;
    private final DatePicker startedFrom;
    private final DatePicker startedTo;
    private final DatePicker activeFrom;
    private final DatePicker activeTo;
    private final MultiSelectComboBox<StepMark> marks = new MultiSelectComboBox<>();
    private final Details more = new Details();
    private boolean showing;

    OverviewFilters(OverviewWords words, List<OverviewWizard> known, Consumer<OverviewFilter> changed) {
        this.words = words;
        this.known = known;
        this.changed = changed;
        addClassName("overview-filters");
        text = text(words.words().of("overview.search"));
        text.setHelperText(words.words().of("overview.search.help"));
        account = text(words.column(OverviewColumn.ACCOUNT));
        name = text(words.column(OverviewColumn.NAME));
        prepare(wizards, OverviewColumn.WIZARD, known);
        wizards.setItemLabelGenerator(wizard -> words.wizard(wizard.id(), wizard.name()));
        statuses = choice(OverviewColumn.STATUS, WizardSessionStatus.values());
        prepare(steps, OverviewColumn.STEP, stepsOf(known));
        steps.setItemLabelGenerator(this::stepLabel);
        progress = choice(OverviewColumn.PROGRESS, ProgressRange.values());
        durations = choice(OverviewColumn.DURATION, DurationRange.values());
        startedFrom = day("overview.started_from");
        startedTo = day("overview.started_to");
        activeFrom = day("overview.active_from");
        activeTo = day("overview.active_to");
        prepare(marks, words.words().of("overview.marks"), List.of());
        marks.setItemLabelGenerator(mark -> words.mark(mark, this::stepLabel));
        Div fields = new Div(
                account,
                name,
                wizards,
                statuses,
                steps,
                progress,
                durations,
                startedFrom,
                startedTo,
                activeFrom,
                activeTo,
                marks);
        fields.addClassName("overview-fields");
        Button clear = new Button(words.words().of("overview.clear"), click -> clear());
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        more.add(fields, clear);
        add(text, more);
        title(OverviewFilter.NONE);
    }

    /** Shows a filter without telling of it. */
    void show(OverviewFilter filter) {
        showing = true;
        try {
            text.setValue(filter.text());
            account.setValue(filter.account());
            name.setValue(filter.name());
            wizards.setValue(known.stream()
                    .filter(wizard -> filter.wizards().contains(wizard.id()))
                    .collect(Collectors.toSet()));
            statuses.setValue(filter.statuses());
            steps.setValue(filter.steps());
            progress.setValue(filter.progress());
            durations.setValue(filter.durations());
            marks.setItems(filter.marks());
            marks.setValue(filter.marks());
            marks.setVisible(!filter.marks().isEmpty());
            startedFrom.setValue(OverviewAddress.firstDay(filter.started()));
            startedTo.setValue(OverviewAddress.lastDay(filter.started()));
            activeFrom.setValue(OverviewAddress.firstDay(filter.lastActivity()));
            activeTo.setValue(OverviewAddress.lastDay(filter.lastActivity()));
        } finally {
            showing = false;
        }
        title(filter);
    }

    private void tell() {
        if (!showing) {
            OverviewFilter filter = read();
            title(filter);
            changed.accept(filter);
        }
    }

    private void clear() {
        show(OverviewFilter.NONE.withText(text.getValue()));
        tell();
    }

    private OverviewFilter read() {
        return new OverviewFilter(
                text.getValue(),
                account.getValue(),
                name.getValue(),
                wizards.getValue().stream().map(OverviewWizard::id).collect(Collectors.toSet()),
                statuses.getValue(),
                steps.getValue(),
                progress.getValue(),
                OverviewAddress.range(startedFrom.getValue(), startedTo.getValue()),
                OverviewAddress.range(activeFrom.getValue(), activeTo.getValue()),
                durations.getValue(),
                marks.getValue());
    }

    private void title(OverviewFilter filter) {
        long used = List.<Boolean>of(
                        !filter.account().isEmpty(),
                        !filter.name().isEmpty(),
                        !filter.wizards().isEmpty(),
                        !filter.statuses().isEmpty(),
                        !filter.steps().isEmpty(),
                        !filter.progress().isEmpty(),
                        !filter.durations().isEmpty(),
                        !filter.marks().isEmpty(),
                        !filter.started().equals(TimeRange.ALWAYS),
                        !filter.lastActivity().equals(TimeRange.ALWAYS))
                .stream()
                .filter(each -> each)
                .count();
        more.setSummaryText(words.words().of("overview.filters", used));
        if (used > 0) {
            more.setOpened(true);
        }
    }

    private String stepLabel(String key) {
        return known.stream()
                .filter(wizard -> wizard.steps().containsKey(key))
                .findFirst()
                .map(wizard -> words.step(wizard.id(), key))
                .orElse(key);
    }

    private static Set<String> stepsOf(List<OverviewWizard> wizards) {
        return wizards.stream()
                .flatMap(wizard -> wizard.steps().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private TextField text(String label) {
        TextField field = new TextField(label);
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(typed -> tell());
        return field;
    }

    private DatePicker day(String key) {
        DatePicker picker = new PickerTexts(words.words().texts(), words.words().locale())
                .prepared(new DatePicker(words.words().of(key)));
        picker.setClearButtonVisible(true);
        picker.addValueChangeListener(chosen -> tell());
        return picker;
    }

    private <E extends Enum<E>> MultiSelectComboBox<E> choice(OverviewColumn column, E[] values) {
        MultiSelectComboBox<E> box = new MultiSelectComboBox<>();
        prepare(box, column, Arrays.asList(values));
        box.setItemLabelGenerator(value -> words.range(OverviewAddress.word(column), value));
        return box;
    }

    private <T> void prepare(MultiSelectComboBox<T> box, OverviewColumn column, Collection<T> items) {
        prepare(box, words.column(column), items);
    }

    private <T> void prepare(MultiSelectComboBox<T> box, String label, Collection<T> items) {
        box.setLabel(label);
        box.setItems(items);
        box.setClearButtonVisible(true);
        box.addValueChangeListener(chosen -> tell());
    }
}
