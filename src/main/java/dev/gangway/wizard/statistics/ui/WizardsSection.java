package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.html.Anchor;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.chart.ChartData;
import dev.gangway.base.ui.chart.ChartData.Series;
import dev.gangway.base.ui.chart.ChartData.Tone;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.statistics.Counts;
import dev.gangway.wizard.statistics.OverallFigures.OfWizard;
import dev.gangway.wizard.statistics.Period;
import java.util.List;
import java.util.function.ToLongFunction;

/** The wizards beside each other, each with the way to its own statistics. */
final class WizardsSection {

    /** More bars than these cannot be read. */
    private static final int MOST_BARS = 12;

    private final FigureWords words;
    private final Period period;
    private final List<OfWizard> wizards;

    WizardsSection(FigureWords words, Period period, List<OfWizard> wizards) {
        this.words = words;
        this.period = period;
        this.wizards = wizards;
    }

    Section section() {
        String title = words.of("wizards");
        DataTable table = new DataTable(
                title,
                List.of(
                        words.of("wizard"),
                        words.of("started"),
                        words.of("completed"),
                        words.of("rate"),
                        words.of("median"),
                        words.of("p90")));
        wizards.forEach(wizard -> add(table, wizard));
        List<OfWizard> shown = wizards.stream().limit(MOST_BARS).toList();
        return new Section(title, words.of("wizards.lead"))
                .with(
                        title,
                        new ChartData.Bars(
                                shown.stream().map(this::name).toList(),
                                List.of(
                                        series("started", Tone.SECOND, shown, Counts::started),
                                        series("completed", Tone.MAIN, shown, Counts::completed)),
                                shown.stream().map(this::address).toList()))
                .with(table);
    }

    private void add(DataTable table, OfWizard wizard) {
        Counts counts = wizard.counts();
        SessionLinks links = SessionLinks.of(wizard.id(), period);
        Anchor name = new Anchor(address(wizard), name(wizard));
        name.addClassName("data-name");
        table.add(List.of(
                name,
                SessionLinks.figure(words.number(counts.started()), counts.started(), links.started()),
                SessionLinks.figure(
                        words.number(counts.completed()), counts.completed(), links.in(WizardSessionStatus.COMPLETED)),
                DataTable.text(words.percent(counts.completionRate())),
                SessionLinks.figure(words.time(counts.medianSeconds()), counts.completed(), links.byDuration()),
                SessionLinks.figure(words.time(counts.p90Seconds()), counts.completed(), links.byDuration())));
    }

    private Series series(String key, Tone tone, List<OfWizard> shown, ToLongFunction<Counts> value) {
        return new Series(
                words.of(key),
                tone,
                shown.stream().map(wizard -> value.applyAsLong(wizard.counts())).toList());
    }

    private String name(OfWizard wizard) {
        return words.wizard(wizard.id(), wizard.name());
    }

    private String address(OfWizard wizard) {
        return StatisticsView.ADDRESS + "?"
                + new StatisticsAddress(wizard.id(), period).parameters().getQueryString();
    }
}
