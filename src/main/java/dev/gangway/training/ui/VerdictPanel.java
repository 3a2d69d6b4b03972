package dev.gangway.training.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.training.BookingRequest;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.Purchase;
import dev.gangway.training.Verdict;
import dev.gangway.training.WhatIfOutcome;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a purchase was decided as it was, and beside it what would be decided now, otherwise; that changes nothing. */
class VerdictPanel extends Div {

    private static final double FARTHEST = 20_100;

    private final transient Purchase purchase;
    private final transient PurchaseServices services;
    private final transient TrainingWords words;
    private final transient FieldErrors errors;
    private final DatePicker start;
    private final TimePicker time;
    private final TextField extra;
    private final Div imagined = new Div();

    VerdictPanel(
            Purchase purchase,
            Verdict verdict,
            PurchaseServices services,
            Map<UserId, String> names,
            TrainingWords words) {
        this.purchase = purchase;
        this.services = services;
        this.words = words;
        this.errors = new FieldErrors(words);
        addClassNames("card", "verdicts");
        Inputs inputs = new Inputs(words);
        DateInputs dates = new DateInputs(words, services.texts());
        start = errors.at("startDate", dates.date("purchases.start"));
        time = errors.at("preferredTimeSlot", dates.time("booking.time"));
        extra = errors.at("extraKm", inputs.decimal("verdict.extra"));
        LocalDate tomorrow =
                LocalDate.now(services.clock().withZone(words.moments().zone())).plusDays(1);
        start.setValue(purchase.startDate().isBefore(tomorrow) ? tomorrow : purchase.startDate());
        time.setValue(purchase.preferredTimeSlot());
        extra.setValue("0");
        extra.setHelperText(words.of("verdict.extra.help"));
        Div fields = new Div(start, time, extra);
        fields.addClassName("fields");
        Paragraph about = new Paragraph(words.of("verdict.what_if.about"));
        about.addClassName("quiet");
        Div stored = new Div(new H3(words.of("verdict.stored")), decided(purchase, verdict));
        stored.add(new VerdictTable(words.of("verdict.stored"), verdict, names, words));
        Div other = new Div(
                new H3(words.of("verdict.what_if")),
                about,
                fields,
                new Div(new ActionButton(words.of("verdict.imagine"), words.of("account.working"), click -> imagine())),
                imagined);
        Div both = new Div(stored, other);
        both.addClassName("verdict-both");
        imagined.getElement().setAttribute("aria-live", "polite");
        add(new H2(words.of("verdict.title")), both);
    }

    private Paragraph decided(Purchase bought, Verdict verdict) {
        boolean isHandedOver = verdict.chosen() != null && !verdict.chosen().equals(bought.trainerId());
        Paragraph when = new Paragraph(
                words.of(isHandedOver ? "verdict.decided.since" : "verdict.decided", words.when(verdict.decidedAt())));
        when.addClassName("quiet");
        return when;
    }

    private void imagine() {
        imagined.removeAll();
        errors.clear();
        @Nullable Double km = extra.isEmpty() ? Double.valueOf(0) : Inputs.decimal(extra);
        if (km == null || !(km >= 0 && km <= FARTHEST)) {
            extra.setErrorMessage(words.of("training.number_from", 0, FARTHEST));
            extra.setInvalid(true);
            return;
        }
        switch (services.assignments().whatIf(request(), km)) {
            case WhatIfOutcome.Imagined(var verdict) -> {
                Map<UserId, String> names = services.overviews()
                        .names(verdict.candidates().stream()
                                .map(Verdict.Considered::trainer)
                                .toList());
                imagined.add(new VerdictTable(words.of("verdict.what_if"), verdict, names, words));
            }
            case WhatIfOutcome.Invalid(var problems) ->
                errors.show(problems).forEach(other -> imagined.add(new Notice(Notice.Kind.ERROR, other)));
        }
    }

    private BookingRequest request() {
        LocalDate day = start.getValue();
        LocalTime hour = time.getValue();
        List<SentStudent> students = purchase.students().stream()
                .map(student -> new SentStudent(student.value(), null, null))
                .toList();
        return new BookingRequest(
                purchase.bookingId(),
                purchase.courseId(),
                purchase.classType().name(),
                purchase.totalSessions(),
                purchase.deliveryMode().name(),
                purchase.lessonType().name(),
                Inputs.typed(start, day == null ? null : day.toString()),
                Inputs.typed(time, hour == null ? null : words.time(hour)),
                purchase.place().latitude(),
                purchase.place().longitude(),
                students);
    }
}
