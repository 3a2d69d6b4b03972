package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.gangway.base.ui.PickerTexts;
import dev.gangway.wizard.statistics.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the statistics are to be about: a wizard or all, and a period. */
class StatisticsChoice extends Div {

    /** Some wizard to choose, or all of them. */
    record Choice(@Nullable UUID wizard, String label) {}

    /** Periods that people ask for. */
    enum Usual {
        WEEK(7),
        MONTH(30),
        QUARTER(90),
        YEAR(365),
        EVERYTHING(0),
        CHOSEN(0);

        private final int days;

        Usual(int days) {
            this.days = days;
        }
    }

    private final ComboBox<Choice> wizard = new ComboBox<>();
    private final Select<Usual> usual = new Select<>();
    private final DatePicker from;
    private final DatePicker to;
    private final List<Choice> choices;
    private final LocalDate today;
    private final transient Supplier<Period> everything;
    private final Consumer<StatisticsAddress> changed;
    private boolean showing;

    StatisticsChoice(
            FigureWords words,
            List<Choice> wizards,
            LocalDate today,
            Supplier<Period> everything,
            Consumer<StatisticsAddress> changed) {
        this.today = today;
        this.everything = everything;
        this.changed = changed;
        choices = Stream.concat(Stream.of(new Choice(null, words.of("all_wizards"))), wizards.stream())
                .toList();
        addClassName("statistics-choice");
        wizard.setLabel(words.of("wizard"));
        wizard.setItems(choices);
        wizard.setItemLabelGenerator(Choice::label);
        wizard.addValueChangeListener(chosen -> tell());
        usual.setLabel(words.of("period"));
        usual.setItems(Usual.values());
        usual.setItemLabelGenerator(each -> words.of("period." + each.name().toLowerCase(Locale.ROOT)));
        usual.addValueChangeListener(chosen -> move());
        from = day(words, "from");
        to = day(words, "to");
        from.getI18n().setMaxErrorMessage(words.of("from.late"));
        to.getI18n().setMinErrorMessage(words.of("from.late"));
        add(wizard, usual, from, to);
    }

    /** Shows what was asked for without telling of it. */
    void show(StatisticsAddress address) {
        showing = true;
        try {
            wizard.setValue(choices.stream()
                    .filter(choice -> Objects.equals(choice.wizard(), address.wizard()))
                    .findAny()
                    .orElse(choices.getFirst()));
            Period period = address.period();
            from.setValue(period.from());
            to.setValue(period.to());
            from.setMax(period.to());
            to.setMin(period.from());
            usual.setValue(Stream.of(Usual.values())
                    .filter(each -> each.days > 0 && period.equals(Period.upTo(today, each.days)))
                    .findAny()
                    .orElseGet(() -> usual.getValue() == Usual.EVERYTHING && period.equals(everything.get())
                            ? Usual.EVERYTHING
                            : Usual.CHOSEN));
        } finally {
            showing = false;
        }
    }

    private DatePicker day(FigureWords words, String label) {
        DatePicker picker = new PickerTexts(words.words().texts(), words.words().locale())
                .prepared(new DatePicker(words.of(label)));
        picker.addValueChangeListener(chosen -> tell());
        return picker;
    }

    private void move() {
        Usual chosen = usual.getValue();
        if (!showing && chosen != null && chosen != Usual.CHOSEN) {
            tell(chosen == Usual.EVERYTHING ? everything.get() : Period.upTo(today, chosen.days));
        }
    }

    private void tell() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        if (!showing && first != null && last != null && !last.isBefore(first)) {
            tell(new Period(first, last));
        }
    }

    private void tell(Period period) {
        Choice chosen = wizard.getValue();
        changed.accept(
                new StatisticsAddress(chosen == null ? null : chosen.wizard(), StatisticsAddress.bounded(period)));
    }
}
