package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.AssignmentOutcome;
import dev.gangway.training.BookingRequest;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.ClassType;
import dev.gangway.training.Course;
import dev.gangway.training.DeliveryMode;
import dev.gangway.training.LessonType;
import dev.gangway.training.Versioned;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks for a trainer for what students bought; what is wrong stands beside its field, and the decision on the purchase's page. */
class BookingPanel extends Div {

    private static final int MOST_COURSES = 1000;
    private static final List<Integer> TOTALS = List.of(10, 20, 30);

    private final transient PurchaseServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final transient Inputs inputs = new Inputs(words);
    private final transient FieldErrors errors = new FieldErrors(words);
    private final TextField booking = errors.at("bookingId", inputs.text("purchases.booking"));
    private final ComboBox<Course> course = errors.at("courseId", new ComboBox<>(words.of("purchases.course")));
    private final Select<ClassType> classType = choice("classType", "booking.class_type", ClassType.values());
    private final Select<Integer> total = errors.at("totalSessions", new Select<>());
    private final Select<DeliveryMode> mode = choice("deliveryMode", "booking.mode", DeliveryMode.values());
    private final Select<LessonType> lessonType = choice("lessonType", "booking.lesson_type", LessonType.values());
    private final DatePicker start;
    private final TimePicker time;
    private final TextField latitude = errors.at("studentLocation", inputs.decimal("booking.latitude"));
    private final TextField longitude = errors.at("studentLocation.longitude", inputs.decimal("booking.longitude"));
    private final Div students = new Div();
    private final List<StudentFields> named = new ArrayList<>();
    private final Div said = new Div();

    BookingPanel(PurchaseServices services) {
        this.services = services;
        DateInputs dates = new DateInputs(words, services.texts());
        start = errors.at("startDate", dates.date("purchases.start"));
        time = errors.at("preferredTimeSlot", dates.time("booking.time"));
        addClassName("settings");
        course.setItems(services.courses().page("", MOST_COURSES).stream()
                .map(Versioned::value)
                .toList());
        course.setItemLabelGenerator(Course::name);
        total.setLabel(words.of("booking.total"));
        total.setItems(TOTALS);
        classType.addValueChangeListener(chosen -> fitStudents(chosen.getValue()));
        classType.setValue(ClassType.ONE_ON_ONE);
        total.setValue(TOTALS.getFirst());
        mode.setValue(DeliveryMode.WEEKDAY_DAILY);
        lessonType.setValue(LessonType.OFFLINE);
        booking.setHelperText(words.of("booking.id.help"));
        time.setHelperText(words.of("booking.time.help"));
        latitude.setHelperText(words.of("booking.place.help"));
        said.addClassName("step-notices");
        Anchor back = new Anchor(PurchasesView.ADDRESS, words.of("purchases.back"));
        Div head = new Div(back, new H1(words.of("purchases.assign")), new Paragraph(words.of("booking.lead")));
        head.addClassName("page-head");
        Div what = fields(booking, course, classType, total, mode, lessonType, start, time);
        students.addClassName("booking-students");
        ActionButton assign =
                new ActionButton(words.of("booking.assign"), words.of("booking.assign.busy"), click -> assign());
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        Div card = new Div(
                said,
                what,
                new H2(words.of("purchases.place")),
                fields(latitude, longitude),
                new H2(words.of("purchases.students")),
                students,
                new Div(assign));
        card.addClassName("card");
        add(head, card);
    }

    private <E extends Enum<E>> Select<E> choice(String path, String label, E[] values) {
        Select<E> select = errors.at(path, new Select<>());
        select.setLabel(words.of(label));
        select.setItems(values);
        select.setItemLabelGenerator(words::of);
        return select;
    }

    private static Div fields(Component... fields) {
        Div div = new Div(fields);
        div.addClassName("fields");
        return div;
    }

    private void fitStudents(@Nullable ClassType type) {
        int wanted = type == null ? 1 : type.students();
        while (named.size() > wanted) {
            int last = named.size() - 1;
            errors.forget("students." + last);
            students.remove(named.remove(last));
        }
        while (named.size() < wanted) {
            StudentFields one = new StudentFields(named.size(), services.accounts(), words, inputs, errors);
            named.add(one);
            students.add(one);
        }
        boolean isHybrid = type == ClassType.HYBRID;
        lessonType.setEnabled(!isHybrid);
        lessonType.setHelperText(isHybrid ? words.of("booking.hybrid") : null);
    }

    private void assign() {
        said.removeAll();
        errors.clear();
        switch (services.assignments().assign(services.caller().get().userId(), request())) {
            case AssignmentOutcome.Invalid(var problems) ->
                errors.show(problems).forEach(other -> said.add(new Notice(Notice.Kind.ERROR, other)));
            case AssignmentOutcome.Decided decided -> open(decided);
        }
    }

    private void open(AssignmentOutcome.Decided decided) {
        String address = PurchasesView.ADDRESS + "/" + decided.purchaseId();
        if (decided.isRepeated()) {
            UI.getCurrent().navigate(address, QueryParameters.of(PurchasesView.REPEATED, ""));
            return;
        }
        String result = words.of("training.result." + decided.result().name().toLowerCase(Locale.ROOT));
        if (decided.isAssignedNow()) {
            Toast.success(result);
        } else {
            Toast.error(result);
        }
        UI.getCurrent().navigate(address);
    }

    private BookingRequest request() {
        Course chosen = course.getValue();
        LocalDate day = start.getValue();
        LocalTime hour = time.getValue();
        List<SentStudent> sent = named.stream().map(StudentFields::write).toList();
        return new BookingRequest(
                blank(booking.getValue()),
                chosen == null ? null : chosen.id(),
                name(classType.getValue()),
                total.getValue(),
                name(mode.getValue()),
                name(lessonType.getValue()),
                Inputs.typed(start, day == null ? null : day.toString()),
                Inputs.typed(time, hour == null ? null : words.time(hour)),
                Inputs.decimal(latitude),
                Inputs.decimal(longitude),
                sent);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static @Nullable String blank(String typed) {
        return typed.isBlank() ? null : typed;
    }
}
