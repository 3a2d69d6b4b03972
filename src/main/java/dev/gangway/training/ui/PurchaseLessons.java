package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.LessonType;
import dev.gangway.training.Purchase;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import dev.gangway.training.SyncState;
import dev.gangway.training.TutoringFilter;
import dev.gangway.training.TutoringSession;
import dev.gangway.training.TutoringStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lessons of a purchase, what their students see of them, and changing one. */
class PurchaseLessons extends Div {

    /** Three students of thirty lessons. */
    private static final int MOST_COPIES = 90;

    private final transient PurchaseServices services;
    private final transient TrainingWords words;
    private final transient Runnable changed;

    PurchaseLessons(
            Purchase purchase,
            PurchaseServices services,
            Map<UserId, String> names,
            TrainingWords words,
            Runnable changed) {
        this.services = services;
        this.words = words;
        this.changed = changed;
        addClassName("card");
        DataTable table = new DataTable(
                words.of("purchases.lessons"),
                List.of(
                        words.of("purchases.lesson.number"),
                        words.of("purchases.lesson.when"),
                        words.of("purchases.lesson.where"),
                        words.of("purchases.trainer"),
                        words.of("purchases.lesson.status"),
                        words.of("purchases.lesson.seen"),
                        words.of("purchases.lesson.change")));
        Map<UUID, SyncState> wrong = services.overviews().disagreements(purchase.id());
        Map<UUID, List<TutoringSession>> copies = services
                .lessons()
                .page(services.caller().get(), new TutoringFilter(purchase.id(), null, null, null), null, MOST_COPIES)
                .stream()
                .collect(Collectors.groupingBy(TutoringSession::purchaseSessionId));
        purchase.lessons()
                .forEach(lesson -> table.add(List.of(
                        DataTable.text(String.valueOf(lesson.sessionNumber())),
                        new Div(
                                DataTable.text(words.when(lesson.startsAt())),
                                DataTable.text(
                                        words.of("purchases.lesson.minutes", lesson.durationMinutes()),
                                        "data-details")),
                        DataTable.text(words.of(
                                lesson.type() == LessonType.ONLINE ? "training.word.online" : "training.word.offline")),
                        DataTable.text(words.person(lesson.trainerId(), names), "data-person"),
                        DataTable.text(words.of("purchases.lesson.status."
                                + lesson.status().name().toLowerCase(Locale.ROOT))),
                        seen(copies.getOrDefault(lesson.id(), List.of()), wrong.get(lesson.id())),
                        change(lesson))));
        add(
                new H2(words.of("purchases.lessons")),
                new Paragraph(words.of("purchases.lessons.zone", words.moments().zone())),
                table);
    }

    private Component seen(List<TutoringSession> copies, @Nullable SyncState wrong) {
        Div seen = new Div();
        Map<TutoringStatus, Long> counts =
                copies.stream().collect(Collectors.groupingBy(TutoringSession::status, Collectors.counting()));
        seen.add(DataTable.text(counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> words.of(
                        "purchases.lesson.seen.as",
                        each.getValue(),
                        words.of("training.tutoring.status."
                                + each.getKey().name().toLowerCase(Locale.ROOT))))
                .collect(Collectors.joining(", "))));
        if (wrong != null) {
            seen.add(new SyncPills(wrong, words));
        }
        return seen;
    }

    private Component change(PurchaseSession lesson) {
        Button button = new Button(
                words.of("purchases.lesson.change"),
                click -> new LessonDialog(lesson, services, words, changed).open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.of("purchases.lesson.change.named", lesson.sessionNumber()));
        button.setEnabled(lesson.status() != PurchaseSessionStatus.COMPLETED);
        return button;
    }
}
