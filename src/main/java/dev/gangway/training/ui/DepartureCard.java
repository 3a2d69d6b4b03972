package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.Candidate;
import dev.gangway.training.DepartureProposal;
import dev.gangway.training.Handover;
import dev.gangway.training.Taker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The lessons of one purchase that a trainer who leaves has to give, to be chosen together or one by one, and who takes them. */
class DepartureCard extends Div {

    private final transient DepartureProposal.Purchase purchase;
    private final transient Map<UserId, String> people;
    private final transient TrainingWords words;
    private final transient Runnable changed;
    private final transient List<DepartureRow> rows;
    private final Checkbox all = new Checkbox();
    private final Paragraph goesTo = new Paragraph();
    private final Div choice = new Div();
    private final NativeDetails details;
    private final UserId trainer;
    private final transient TrainerServices services;

    DepartureCard(
            UserId trainer,
            DepartureProposal.Purchase purchase,
            Map<UserId, String> people,
            TrainerServices services,
            TrainingWords words,
            Runnable changed) {
        this.trainer = trainer;
        this.purchase = purchase;
        this.people = new HashMap<>(people);
        this.services = services;
        this.words = words;
        this.changed = changed;
        addClassNames("card", "departure");
        rows = purchase.lessons().stream()
                .map(lesson -> new DepartureRow(lesson, purchase.bookingId(), people, words, this::count))
                .toList();
        all.setAriaLabel(words.of("departure.choose.purchase", purchase.bookingId()));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rows.forEach(row -> row.choose(change.getValue()));
                count();
            }
        });
        Anchor link = new Anchor(PurchasesView.ADDRESS + "/" + purchase.id(), purchase.bookingId());
        Paragraph about = new Paragraph(purchase.courseName() + " · " + String.join(", ", purchase.students()));
        Div head = new Div(all, new Div(new H2(link), about));
        head.addClassName("departure-head");
        Button others = new Button(words.of("departure.others"), click -> offer());
        others.setAriaLabel(words.of("departure.others.named", purchase.bookingId()));
        others.addThemeVariants(ButtonVariant.SMALL);
        choice.addClassName("departure-choice");
        choice.add(goesTo, others);
        details = new NativeDetails(DataTable.text(words.of("purchases.lessons") + " (" + rows.size() + ")"), table());
        details.setOpen(purchase.onlyTaker().isEmpty());
        add(head, choice, details);
        count();
    }

    private DataTable table() {
        DataTable table = new DataTable(
                purchase.bookingId(),
                List.of(
                        words.of("departure.choose"),
                        words.of("purchases.lesson.when"),
                        words.of("purchases.lesson.where"),
                        words.of("departure.taker")));
        table.addClassName("choosing");
        rows.forEach(row -> table.add(row.cells()));
        return table;
    }

    /** Looks up who else could take what, for all together and for each lesson. */
    private void offer() {
        List<Taker> takers = services.departures().takers(trainer, purchase.id());
        choice.removeAll();
        choice.add(goesTo);
        if (takers.stream().noneMatch(this::isAnother)) {
            Paragraph nobody = new Paragraph(words.of("departure.others.none"));
            nobody.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
            choice.add(nobody);
            return;
        }
        people.putAll(services.names().names(takers.stream().map(Taker::trainer).toList()));
        for (DepartureRow row : rows) {
            row.offer(
                    takers.stream()
                            .filter(each -> each.lessons().contains(row.lesson()))
                            .map(Taker::trainer)
                            .toList(),
                    who -> words.person(who, people));
        }
        ComboBox<Taker> together = new ComboBox<>(words.of("departure.together"));
        together.setItems(takers);
        together.setItemLabelGenerator(this::describe);
        together.setHelperText(words.of("departure.together.help"));
        together.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                giveTo(change.getValue());
            }
        });
        choice.add(together);
        together.focus();
        details.setOpen(true);
    }

    /** Whether some lesson could go to them that does not go to them yet. */
    private boolean isAnother(Taker taker) {
        return rows.stream()
                .filter(row -> taker.lessons().contains(row.lesson()))
                .anyMatch(row -> row.taker().filter(taker.trainer()::equals).isEmpty());
    }

    private void giveTo(Taker taker) {
        rows.stream().filter(row -> taker.lessons().contains(row.lesson())).forEach(row -> row.giveTo(taker.trainer()));
    }

    private String describe(Taker taker) {
        return words.of(
                "departure.taker.about",
                words.person(taker.trainer(), people),
                taker.lessons().size(),
                rows.size(),
                taker.distanceKm() == null
                        ? words.reason(Candidate.Reason.NO_COORDINATES)
                        : words.kilometres(taker.distanceKm()),
                words.of("trainers.load.of", taker.load(), taker.capacity()));
    }

    private void count() {
        int chosen = chosen().size();
        long possible = rows.stream().filter(DepartureRow::hasTaker).count();
        all.setEnabled(possible > 0);
        all.setValue(chosen > 0 && chosen == possible);
        all.setIndeterminate(chosen > 0 && chosen < possible);
        goesTo.setText(goesTo());
        changed.run();
    }

    private String goesTo() {
        if (rows.stream().noneMatch(DepartureRow::hasTaker)) {
            return words.of("departure.nobody");
        }
        List<Optional<UserId>> takers =
                rows.stream().map(DepartureRow::taker).distinct().toList();
        return takers.size() == 1 && takers.getFirst().isPresent()
                ? words.of("departure.whole", words.person(takers.getFirst().get(), people))
                : words.of("departure.parts");
    }

    /** The handovers that are chosen. */
    List<Handover> chosen() {
        return rows.stream().flatMap(row -> row.chosen().stream()).toList();
    }

    /** What each lesson is called, for telling what became of it. */
    Map<UUID, String> names() {
        return purchase.lessons().stream()
                .collect(Collectors.toMap(
                        DepartureProposal.Lesson::id,
                        lesson -> purchase.bookingId() + ", " + words.when(lesson.startsAt())));
    }
}
