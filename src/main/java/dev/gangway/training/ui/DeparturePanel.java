package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Notice;
import dev.gangway.training.Departure;
import dev.gangway.training.DepartureOutcome;
import dev.gangway.training.DepartureProposal;
import dev.gangway.training.Handover;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trainer leaves: who could take each lesson to come, what nobody can take, and handing over what was chosen. */
class DeparturePanel extends Div {

    private final transient TrainerServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final transient UserId trainer;
    private final String name;
    private final Div said = new Div();
    private final Div shown = new Div();
    private final Checkbox deactivates;
    private final ActionButton apply;
    private final transient List<DepartureCard> cards = new ArrayList<>();
    private transient Map<UserId, String> names = Map.of();

    DeparturePanel(UserId trainer, TrainerServices services) {
        this.services = services;
        this.trainer = trainer;
        this.name = services.names().names(Set.of(trainer)).getOrDefault(trainer, trainer.value());
        addClassName("settings");
        said.addClassName("step-notices");
        shown.addClassName("settings");
        deactivates = new Checkbox(words.of("departure.deactivate", name), true);
        deactivates.addValueChangeListener(change -> count());
        apply = new ActionButton("", words.of("departure.apply.busy"), click -> confirm());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor back = new Anchor(TrainersView.ADDRESS, words.of("departure.back"));
        Div head = new Div(back, new H1(title()), new Paragraph(words.of("departure.lead")));
        head.addClassName("page-head");
        add(head, said, shown);
        refresh();
    }

    /** What the panel is about. */
    String title() {
        return words.of("departure.title", name);
    }

    private void refresh() {
        shown.removeAll();
        cards.clear();
        services.departures().propose(trainer).ifPresent(this::show);
    }

    private void show(DepartureProposal proposal) {
        Set<UserId> people = new HashSet<>();
        proposal.purchases()
                .forEach(purchase -> purchase.lessons().stream()
                        .flatMap(lesson -> lesson.handover().stream())
                        .forEach(each -> people.add(each.taker())));
        names = services.names().names(people);
        Div summary = new Div();
        summary.addClassName("card");
        summary.add(summary(proposal));
        Div tools = new Div(deactivates, apply);
        tools.addClassName("row");
        summary.add(tools);
        shown.add(summary);
        proposal.purchases().forEach(purchase -> {
            DepartureCard card = new DepartureCard(trainer, purchase, names, services, words, this::count);
            cards.add(card);
            shown.add(card);
        });
        count();
    }

    private List<Component> summary(DepartureProposal proposal) {
        List<Component> summary = new ArrayList<>();
        if (proposal.purchases().isEmpty()) {
            summary.add(new Paragraph(words.of("departure.none", name)));
            return summary;
        }
        summary.add(DataTable.text(
                words.of(
                        "departure.lessons",
                        proposal.lessons(),
                        proposal.purchases().size()),
                "reconcile-count"));
        if (proposal.conflicts() > 0) {
            summary.add(new Notice(
                    Notice.Kind.WARNING,
                    words.of("departure.conflicts", proposal.conflicts()),
                    new Paragraph(words.of("departure.conflicts.do", name))));
        }
        return summary;
    }

    private List<Handover> chosen() {
        return cards.stream().flatMap(card -> card.chosen().stream()).toList();
    }

    private void count() {
        int lessons = chosen().size();
        apply.rename(lessons == 0 ? words.of("departure.apply.none") : words.of("departure.apply", lessons));
        apply.setEnabled(lessons > 0 || deactivates.getValue());
    }

    private void confirm() {
        List<Handover> chosen = chosen();
        names = services.names()
                .names(chosen.stream().map(Handover::taker).distinct().toList());
        UnorderedList takers = new UnorderedList();
        chosen.stream()
                .collect(Collectors.groupingBy(each -> words.person(each.taker(), names), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> takers.add(
                        new ListItem(words.of("departure.question.takers", each.getKey(), each.getValue()))));
        if (deactivates.getValue()) {
            takers.add(new ListItem(words.of("departure.deactivate", name)));
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("departure.title", name));
        dialog.setText(new Div(takers, new Paragraph(words.of("departure.question"))));
        dialog.setConfirmText(
                chosen.isEmpty() ? words.of("departure.apply.none") : words.of("departure.apply", chosen.size()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("purchases.not_now"));
        dialog.addConfirmListener(click -> apply(new Departure(chosen, deactivates.getValue())));
        dialog.open();
    }

    private void apply(Departure departure) {
        Map<UUID, String> lessons = cards.stream()
                .flatMap(card -> card.names().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        said.removeAll();
        switch (services.departures().apply(services.caller().get().userId(), trainer, departure)) {
            case DepartureOutcome.Done done -> said.add(done(done, lessons));
            case DepartureOutcome.Invalid(var problems) ->
                problems.forEach(each -> said.add(new Notice(Notice.Kind.ERROR, words.of(each.message()))));
            case DepartureOutcome.Unknown gone -> said.add(new Notice(Notice.Kind.ERROR, words.of("purchases.gone")));
        }
        refresh();
    }

    private Notice done(DepartureOutcome.Done done, Map<UUID, String> lessons) {
        List<Component> rest = new ArrayList<>();
        if (!done.left().isEmpty()) {
            UnorderedList left = new UnorderedList();
            done.left().forEach(each -> left.add(new ListItem(left(each, lessons.get(each.lesson())))));
            rest.add(new Paragraph(words.of("departure.done.left")));
            rest.add(left);
        }
        rest.add(new Paragraph(words.of("departure.done.remaining", done.remaining(), name)));
        if (!done.isActive()) {
            rest.add(new Paragraph(words.of("departure.done.inactive", name)));
        }
        return new Notice(
                done.left().isEmpty() ? Notice.Kind.SUCCESS : Notice.Kind.WARNING,
                words.of("departure.done", done.moved()),
                rest.toArray(Component[]::new));
    }

    private String left(DepartureOutcome.Left left, @Nullable String lesson) {
        String why = words.of(
                "departure.obstacle." + left.why().name().toLowerCase(Locale.ROOT), words.person(left.taker(), names));
        return (lesson == null ? left.lesson().toString() : lesson) + ": " + why;
    }
}
