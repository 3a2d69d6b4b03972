package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.Purchase;
import dev.gangway.training.PurchaseRow;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseStatus;
import dev.gangway.training.SyncOutcome;
import dev.gangway.training.Verdict;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One purchase: how it was decided and why, its lessons, whether they are seen, and what would be otherwise. */
class PurchasePanel extends Div {

    private final transient PurchaseServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final UUID id;
    private final Div shown = new Div();
    private final Div said = new Div();

    /**
     * @param isRepeated whether somebody just asked for what was decided before
     */
    PurchasePanel(Purchase purchase, PurchaseServices services, boolean isRepeated) {
        this.services = services;
        this.id = purchase.id();
        addClassName("settings");
        shown.addClassName("settings");
        said.addClassName("step-notices");
        if (isRepeated) {
            say(new Notice(Notice.Kind.INFO, words.of("purchases.repeated")));
        }
        Anchor back = new Anchor(PurchasesView.ADDRESS, words.of("purchases.back"));
        Div head = new Div(back, new H1(purchase.bookingId()));
        head.addClassName("page-head");
        add(head, said, shown);
        show(purchase);
    }

    private void refresh() {
        services.purchases().find(services.caller().get(), id).ifPresentOrElse(this::show, () -> {
            shown.removeAll();
            say(new Notice(Notice.Kind.ERROR, words.of("purchases.gone")));
        });
    }

    private void say(Notice notice) {
        said.removeAll();
        said.add(notice);
    }

    private void show(Purchase purchase) {
        shown.removeAll();
        PurchaseRow row = services.overviews().find(id).orElseThrow();
        @Nullable Verdict verdict = services.assignments().verdict(id).orElse(null);
        Map<UserId, String> names = services.overviews().names(people(purchase, verdict));
        shown.add(facts(purchase, row, names));
        if (!purchase.lessons().isEmpty()) {
            shown.add(new PurchaseLessons(purchase, services, names, words, this::refresh));
        }
        if (verdict != null) {
            shown.add(new VerdictPanel(purchase, verdict, services, names, words));
        }
    }

    private static Set<UserId> people(Purchase purchase, @Nullable Verdict verdict) {
        Set<UserId> people = new HashSet<>(purchase.students());
        purchase.lessons().stream()
                .map(PurchaseSession::trainerId)
                .filter(Objects::nonNull)
                .forEach(people::add);
        if (purchase.trainerId() != null) {
            people.add(purchase.trainerId());
        }
        if (verdict != null) {
            verdict.candidates().forEach(each -> people.add(each.trainer()));
        }
        return people;
    }

    private Div facts(Purchase purchase, PurchaseRow row, Map<UserId, String> names) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        String trainer = row.otherTrainers() == 0
                ? words.person(purchase.trainerId(), names)
                : words.of("purchases.trainer.others", words.person(purchase.trainerId(), names), row.otherTrainers());
        fact(facts, "purchases.status", words.status(purchase.status()));
        fact(facts, "purchases.trainer", trainer);
        fact(
                facts,
                "purchases.students",
                purchase.students().stream()
                        .map(student -> words.person(student, names))
                        .collect(Collectors.joining(", ")));
        fact(
                facts,
                "purchases.course",
                words.of(
                        "purchases.course.of",
                        row.courseName(),
                        words.of(purchase.classType()),
                        purchase.totalSessions()));
        fact(
                facts,
                "purchases.start",
                words.of(
                        "purchases.start.of",
                        words.day(purchase.startDate()),
                        words.time(purchase.preferredTimeSlot()),
                        words.of(purchase.deliveryMode())));
        fact(
                facts,
                "purchases.place",
                words.of(
                        "purchases.place.of",
                        words.coordinates(purchase.place()),
                        Objects.requireNonNullElseGet(row.zoneName(), () -> words.of("purchases.place.no_zone"))));
        fact(facts, "purchases.booked", words.when(purchase.createdAt()));
        Div sync = new Div(new SyncPills(row, words));
        sync.addClassName("row");
        Div tools = new Div();
        tools.addClassName("row");
        if (purchase.status() == PurchaseStatus.WAITLISTED) {
            tools.add(new ActionButton(words.of("purchases.try"), words.of("account.working"), click -> attempt()));
        }
        if (!purchase.lessons().isEmpty()) {
            tools.add(sync);
            tools.add(new ActionButton(words.of("purchases.sync_one"), words.of("account.working"), click -> sync()));
        }
        Div card = new Div(new H2(words.of("purchases.about")), facts, tools);
        card.addClassName("card");
        return card;
    }

    private void fact(DescriptionList facts, String key, String value) {
        Component name = new DescriptionList.Term(words.of(key));
        facts.add(new Div(name, new DescriptionList.Description(value)));
    }

    private void sync() {
        switch (services.sync().purchase(id, services.caller().get().userId())) {
            case SyncOutcome.Done(var report) -> say(new SyncNotice(report, false, words));
            case SyncOutcome.NotReady(var why) ->
                say(new Notice(
                        Notice.Kind.WARNING, words.of("purchases.sync.not_ready"), new Paragraph(words.of(why))));
            case SyncOutcome.Unknown unknown -> say(new Notice(Notice.Kind.ERROR, words.of("purchases.gone")));
        }
        refresh();
    }

    private void attempt() {
        if (services.waitlist().retry(id)) {
            Toast.success(words.of("purchases.try.found.one"));
        } else {
            say(new Notice(
                    Notice.Kind.WARNING,
                    words.of("purchases.try.nobody.one"),
                    new Paragraph(words.of("purchases.try.what_if"))));
        }
        refresh();
    }
}
