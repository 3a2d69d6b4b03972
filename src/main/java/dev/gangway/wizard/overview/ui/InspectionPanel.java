package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.StepRecord;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.overview.Inspection;
import dev.gangway.wizard.ui.AnswerWords;
import dev.gangway.wizard.ui.BuiltInWizard.WordedAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One wizard session beside the grid: where it stands, and its steps with when they were left and what was answered. */
class InspectionPanel extends Aside {

    private final OverviewWords words;
    private final Runnable close;

    InspectionPanel(OverviewWords words, Runnable close) {
        this.words = words;
        this.close = close;
        addClassNames("card", "overview-details");
        getElement().setAttribute("aria-label", words.words().of("overview.details"));
        setVisible(false);
    }

    void show(Inspection inspection) {
        removeAll();
        WizardSessionOverview row = inspection.row();
        Button closing = new Button(words.words().of("overview.close"), click -> close.run());
        closing.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(new H2(row.name()), closing);
        head.addClassName("overview-details-head");
        OrderedList steps = new OrderedList();
        steps.addClassName("overview-timeline");
        timeline(inspection).forEach(steps::add);
        add(head, facts(row), new H3(words.words().of("overview.steps")), steps);
        setVisible(true);
    }

    void gone() {
        removeAll();
        Button closing = new Button(words.words().of("overview.close"), click -> close.run());
        add(new Paragraph(words.words().of("overview.gone")), closing);
        setVisible(true);
        setVisible(true);
    }

    private DescriptionList facts(WizardSessionOverview row) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("answers");
        fact(facts, OverviewColumn.ACCOUNT, row.accountName());
        fact(facts, OverviewColumn.WIZARD, words.wizard(row.wizardId(), row.wizardName()));
        fact(facts, OverviewColumn.STATUS, words.status(row) + " · " + words.percent(row));
        fact(facts, OverviewColumn.STARTED, words.moments().dateAndTime(row.startedAt()));
        fact(facts, OverviewColumn.LAST_ACTIVITY, words.moments().dateAndTime(row.lastActivityAt()));
        fact(facts, OverviewColumn.DURATION, words.duration(row.totalTimeSeconds()));
        return facts;
    }

    private void fact(DescriptionList facts, OverviewColumn column, String value) {
        add(facts, words.column(column), value);
    }

    private Stream<ListItem> timeline(Inspection inspection) {
        WizardSessionView view = inspection.view();
        WizardSessionOverview row = inspection.row();
        if (view.builtIn()) {
            Map<String, List<WordedAnswer>> answers = words.builtIn(row.wizardId())
                    .map(wizard -> wizard.answers(row.userId(), words.words()))
                    .orElse(Map.of());
            return view.session().wizard().steps().stream()
                    .map(step -> item(
                            view,
                            step.key(),
                            words.step(row.wizardId(), step.key()),
                            answers.getOrDefault(step.key(), List.of())));
        }
        return view.asked().stream()
                .map(step -> item(view, step.content().key(), step.content().title(), answers(view, step)));
    }

    private List<WordedAnswer> answers(WizardSessionView view, AskedStep step) {
        AnswerWords worded = new AnswerWords(words.words());
        Answers data = view.responses().stream()
                .filter(response -> response.stepKey().equals(step.content().key()))
                .findAny()
                .map(Response::data)
                .orElse(Answers.NONE);
        return step.fields().stream()
                .flatMap(asked -> data.get(asked.field().key()).stream()
                        .map(answer -> new WordedAnswer(asked.field().label(), worded.of(asked.field(), answer))))
                .toList();
    }

    private ListItem item(WizardSessionView view, String key, String title, List<WordedAnswer> answers) {
        Span name = new Span(title);
        name.addClassName("overview-step");
        Component when = view.session()
                .record(key)
                .map(this::when)
                .orElseGet(() -> words.words().of(here(view, key) ? "wizard.state.current" : "overview.not_yet"))
                .transform(InspectionPanel::quiet);
        ListItem item = new ListItem(name, when);
        if (here(view, key)) {
            item.getElement().setAttribute("aria-current", "step");
        }
        if (!answers.isEmpty()) {
            DescriptionList list = new DescriptionList();
            list.addClassName("answers");
            answers.forEach(answer -> add(list, answer.question(), answer.answer()));
            item.add(list);
        }
        return item;
    }

    private static boolean here(WizardSessionView view, String key) {
        return !view.session().isCompleted()
                && view.session().currentStep().key().equals(key);
    }

    private String when(StepRecord record) {
        return words.words().of("wizard.state." + OverviewAddress.word(record.state())) + " · "
                + words.moments().dateAndTime(record.savedAt());
    }

    private static Component quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    private static void add(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}
