package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.chart.ChartData;
import dev.gangway.base.ui.chart.ChartData.Series;
import dev.gangway.base.ui.chart.ChartData.Tone;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.StepMark.Kind;
import dev.gangway.wizard.statistics.FieldFigures;
import dev.gangway.wizard.statistics.StepFigures;
import dev.gangway.wizard.statistics.WizardFigures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far people come in one wizard, and what stops them. */
final class StepsSections {

    /** More bars than these cannot be read. */
    private static final int MOST_BARS = 12;

    private final FigureWords words;
    private final SessionLinks links;
    private final UUID wizard;
    private final WizardFigures figures;
    private final Map<String, String> titles;

    StepsSections(FigureWords words, SessionLinks links, UUID wizard, WizardFigures figures) {
        this.words = words;
        this.links = links;
        this.wizard = wizard;
        this.figures = figures;
        this.titles = figures.funnel().stream()
                .collect(Collectors.toMap(StepFigures::step, step -> words.step(wizard, step)));
    }

    Section funnel() {
        String title = words.of("funnel");
        DataTable table = new DataTable(
                title,
                List.of(
                        words.of("step"),
                        words.of("reached"),
                        words.of("submitted"),
                        words.of("skipped"),
                        words.of("dropped"),
                        words.of("drop_off")));
        for (StepFigures step : figures.funnel()) {
            table.add(List.of(
                    DataTable.text(title(step.step()), "data-name"),
                    marked(step.reached(), StepMark.of(Kind.REACHED, step.step())),
                    marked(step.submitted(), StepMark.of(Kind.SUBMITTED, step.step())),
                    marked(step.skipped(), StepMark.of(Kind.SKIPPED, step.step())),
                    SessionLinks.figure(words.number(step.dropped()), step.dropped(), links.dropped(step.step())),
                    DataTable.text(words.share(step.dropped(), step.reached()))));
        }
        return new Section(title, words.of("funnel.lead"))
                .with(
                        title,
                        new ChartData.Funnel(
                                figures.funnel().stream()
                                        .map(step -> title(step.step()))
                                        .toList(),
                                new Series(
                                        words.of("reached"),
                                        Tone.MAIN,
                                        figures.funnel().stream()
                                                .map(StepFigures::reached)
                                                .toList()),
                                figures.funnel().stream()
                                        .map(step -> links.marked(StepMark.of(Kind.REACHED, step.step())))
                                        .toList()))
                .with(table);
    }

    Section fields() {
        String title = words.of("fields");
        Section section = new Section(title, words.of("fields.lead"));
        if (figures.fields().isEmpty()) {
            return section.with(new Paragraph(words.of("fields.none")));
        }
        DataTable table = new DataTable(
                title,
                List.of(
                        words.of("step"),
                        words.of("field"),
                        words.of("errors"),
                        words.of("refused"),
                        words.of("stopped")));
        for (FieldFigures field : figures.fields()) {
            table.add(List.of(
                    DataTable.text(title(field.step()), "data-name"),
                    DataTable.text(words.field(wizard, field), "data-name"),
                    DataTable.text(words.number(field.validationErrors())),
                    marked(field.refused(), new StepMark(Kind.REFUSED, field.step(), field.field())),
                    marked(field.stoppedHere(), new StepMark(Kind.STOPPED, field.step(), field.field()))));
        }
        List<FieldFigures> shown = figures.fields().stream()
                .sorted((one, other) -> Long.compare(other.validationErrors(), one.validationErrors()))
                .limit(MOST_BARS)
                .toList();
        return section.with(
                        title,
                        new ChartData.Bars(
                                shown.stream()
                                        .map(field -> words.field(wizard, field))
                                        .toList(),
                                List.of(
                                        new Series(
                                                words.of("errors"),
                                                Tone.SECOND,
                                                shown.stream()
                                                        .map(FieldFigures::validationErrors)
                                                        .toList()),
                                        new Series(
                                                words.of("stopped"),
                                                Tone.BAD,
                                                shown.stream()
                                                        .map(FieldFigures::stoppedHere)
                                                        .toList())),
                                shown.stream()
                                        .map(field ->
                                                links.marked(new StepMark(Kind.REFUSED, field.step(), field.field())))
                                        .toList()))
                .with(table);
    }

    private com.vaadin.flow.component.Component marked(long amount, StepMark mark) {
        return SessionLinks.figure(words.number(amount), amount, links.marked(mark));
    }

    private String title(String step) {
        return titles.getOrDefault(step, step);
    }
}
