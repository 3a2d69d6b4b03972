package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.DepartureProposal;
import dev.gangway.training.Handover;
import dev.gangway.training.LessonType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The lessons of one purchase that a trainer who leaves has to give, to be chosen together or one by one. */
class DepartureCard extends Div {

    private final transient DepartureProposal.Purchase purchase;
    private final transient Map<UserId, String> people;
    private final transient TrainingWords words;
    private final transient Runnable changed;
    private final transient Map<Handover, Checkbox> boxes = new LinkedHashMap<>();
    private final Checkbox all = new Checkbox();

    DepartureCard(
            DepartureProposal.Purchase purchase, Map<UserId, String> people, TrainingWords words, Runnable changed) {
        this.purchase = purchase;
        this.people = people;
        this.words = words;
        this.changed = changed;
        addClassNames("card", "departure");
        all.setAriaLabel(words.of("departure.choose.purchase", purchase.bookingId()));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boxes.values().forEach(box -> box.setValue(change.getValue()));
                count();
            }
        });
        DataTable table = new DataTable(
                purchase.bookingId(),
                List.of(
                        words.of("departure.choose"),
                        words.of("purchases.lesson.when"),
                        words.of("purchases.lesson.where"),
                        words.of("departure.taker")));
        table.addClassName("choosing");
        purchase.lessons().forEach(lesson -> table.add(row(lesson)));
        Anchor link = new Anchor(PurchasesView.ADDRESS + "/" + purchase.id(), purchase.bookingId());
        Paragraph about = new Paragraph(purchase.courseName() + " · " + String.join(", ", purchase.students()));
        Div head = new Div(all, new Div(new H2(link), about));
        head.addClassName("departure-head");
        NativeDetails details = new NativeDetails(
                words.of("departure.lessons", purchase.lessons().size(), 1), table);
        details.setSummary(DataTable.text(
                words.of("purchases.lessons") + " (" + purchase.lessons().size() + ")"));
        details.setOpen(purchase.onlyTaker().isEmpty());
        add(head, goesTo(), details);
        all.setEnabled(!boxes.isEmpty());
        count();
    }

    private Paragraph goesTo() {
        return new Paragraph(purchase.onlyTaker()
                .map(taker -> words.of("departure.whole", words.person(taker, people)))
                .orElseGet(() -> words.of("departure.parts")));
    }

    private List<Component> row(DepartureProposal.Lesson lesson) {
        Checkbox box = new Checkbox();
        box.setAriaLabel(words.of("departure.choose.lesson", lesson.sessionNumber(), purchase.bookingId()));
        box.setValue(lesson.taker() != null);
        box.setEnabled(lesson.taker() != null);
        box.addValueChangeListener(change -> count());
        lesson.handover().ifPresent(handover -> boxes.put(handover, box));
        return List.of(
                box,
                new Div(
                        DataTable.text(words.when(lesson.startsAt())),
                        DataTable.text(words.of("departure.lesson", lesson.sessionNumber()), "data-details")),
                DataTable.text(words.of(
                        lesson.type() == LessonType.ONLINE ? "training.word.online" : "training.word.offline")),
                lesson.taker() == null
                        ? conflict(lesson)
                        : DataTable.text(words.person(lesson.taker(), people), "data-name"));
    }

    private Component conflict(DepartureProposal.Lesson lesson) {
        String why = lesson.obstacles().isEmpty()
                ? words.of("departure.conflict.nobody")
                : lesson.obstacles().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> words.of("verdict.so_many", each.getValue(), words.reason(each.getKey())))
                        .collect(Collectors.joining(" · "));
        return new Div(
                DataTable.text(words.of("departure.conflict"), "pill", "pill-bad"),
                DataTable.text(why, "data-details"));
    }

    private void count() {
        int chosen = chosen().size();
        all.setValue(chosen > 0 && chosen == boxes.size());
        all.setIndeterminate(chosen > 0 && chosen < boxes.size());
        changed.run();
    }

    /** The handovers that are chosen. */
    List<Handover> chosen() {
        return boxes.entrySet().stream()
                .filter(each -> each.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What each lesson is called, for telling what became of it. */
    Map<UUID, String> names() {
        return purchase.lessons().stream()
                .collect(Collectors.toMap(
                        DepartureProposal.Lesson::id,
                        lesson -> purchase.bookingId() + ", " + words.when(lesson.startsAt())));
    }
}
