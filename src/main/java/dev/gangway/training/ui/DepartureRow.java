package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.DepartureProposal;
import dev.gangway.training.Handover;
import dev.gangway.training.LessonType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One lesson of a trainer who leaves: whether it is handed over, and to whom; others than proposed once they are offered. */
class DepartureRow {

    private final DepartureProposal.Lesson lesson;
    private final TrainingWords words;
    private final Checkbox box = new Checkbox();
    private final Div goesTo = new Div();
    private final Select<UserId> taker = new Select<>();

    DepartureRow(
            DepartureProposal.Lesson lesson,
            String bookingId,
            Map<UserId, String> people,
            TrainingWords words,
            Runnable changed) {
        this.lesson = lesson;
        this.words = words;
        box.setAriaLabel(words.of("departure.choose.lesson", lesson.sessionNumber(), bookingId));
        taker.setAriaLabel(words.of("departure.taker.lesson", lesson.sessionNumber(), bookingId));
        taker.setPlaceholder(words.of("departure.taker.nobody"));
        UserId proposed = lesson.taker();
        if (proposed == null) {
            goesTo.add(conflict());
            box.setEnabled(false);
        } else {
            goesTo.add(DataTable.text(words.person(proposed, people), "data-name"));
            taker.setItems(proposed);
            taker.setValue(proposed);
            box.setValue(true);
        }
        box.addValueChangeListener(change -> changed.run());
        taker.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                box.setEnabled(true);
                box.setValue(true);
            }
            changed.run();
        });
    }

    List<Component> cells() {
        return List.of(
                box,
                new Div(
                        DataTable.text(words.when(lesson.startsAt())),
                        DataTable.text(words.of("departure.lesson", lesson.sessionNumber()), "data-details")),
                DataTable.text(words.of(
                        lesson.type() == LessonType.ONLINE ? "training.word.online" : "training.word.offline")),
                goesTo);
    }

    private Component conflict() {
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

    UUID lesson() {
        return lesson.id();
    }

    /** Offers all who could take it; whoever is chosen stays so. */
    void offer(List<UserId> takers, Function<UserId, String> name) {
        Optional<UserId> chosen = taker();
        List<UserId> all =
                Stream.concat(chosen.stream(), takers.stream()).distinct().toList();
        if (all.isEmpty()) {
            return;
        }
        taker.setItems(all);
        taker.setItemLabelGenerator(name::apply);
        chosen.ifPresent(taker::setValue);
        goesTo.removeAll();
        goesTo.add(taker);
    }

    /** Chooses who takes it. */
    void giveTo(UserId person) {
        taker.setValue(person);
    }

    /** Whether it can be handed over at all. */
    boolean hasTaker() {
        return taker().isPresent();
    }

    Optional<UserId> taker() {
        return Optional.ofNullable(taker.getValue());
    }

    /** Chooses whether it is handed over, where somebody can take it. */
    void choose(boolean isHandedOver) {
        box.setValue(isHandedOver && hasTaker());
    }

    /** The handover, where it is chosen. */
    Optional<Handover> chosen() {
        return taker().filter(who -> box.getValue()).map(who -> new Handover(lesson.id(), who));
    }
}
