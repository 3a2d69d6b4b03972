package dev.gangway.training;

import dev.gangway.account.EmailAddress;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.OneLine;
import dev.gangway.base.UserId;
import dev.gangway.training.BookingRequest.SentStudent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a booking must be like before anybody looks for a trainer; collects everything that is wrong at once. */
final class BookingRules {

    private static final Set<Integer> TOTALS = Set.of(10, 20, 30);
    private static final int HYBRID_TOTAL = 30;
    private static final int LONGEST = 255;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    /** Lessons beyond it would leave what calendars can show. */
    private static final int LAST_YEAR = 2200;

    private static final SentStudent NOBODY = new SentStudent(null, null, null);

    private final Checks checks = new Checks();

    private BookingRules() {}

    /** A booking, or everything that keeps the request from being one. */
    sealed interface Checked {
        record Right(Booking booking) implements Checked {}

        record Wrong(List<FieldProblem> problems) implements Checked {}
    }

    static Checked check(BookingRequest sent) {
        return new BookingRules().checked(sent);
    }

    private Checked checked(BookingRequest sent) {
        String bookingId = text("bookingId", sent.bookingId());
        String courseId = text("courseId", sent.courseId());
        ClassType classType = choice("classType", sent.classType(), ClassType.class);
        DeliveryMode deliveryMode = choice("deliveryMode", sent.deliveryMode(), DeliveryMode.class);
        LessonType lessonType = sent.lessonType() == null
                ? LessonType.OFFLINE
                : choice("lessonType", sent.lessonType(), LessonType.class);
        int total = total(classType, sent.totalSessions());
        LocalDate start = date(sent.startDate());
        LocalTime time = time(sent.preferredTimeSlot());
        Place place = checks.place("studentLocation", sent.latitude(), sent.longitude());
        List<BookedStudent> students = students(classType, sent.students());
        if (!checks.problems().isEmpty()) {
            return new Checked.Wrong(checks.problems());
        }
        return new Checked.Right(new Booking(
                Objects.requireNonNull(bookingId),
                Objects.requireNonNull(courseId),
                Objects.requireNonNull(classType),
                total,
                Objects.requireNonNull(deliveryMode),
                Objects.requireNonNull(lessonType),
                Objects.requireNonNull(start),
                Objects.requireNonNull(time),
                Objects.requireNonNull(place),
                students));
    }

    private @Nullable String text(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            checks.wrong(field, "problem.field.required");
            return null;
        }
        if (!isName(sent, LONGEST)) {
            checks.wrong(field, "training.text", LONGEST);
            return null;
        }
        return sent.strip();
    }

    private <E extends Enum<E>> @Nullable E choice(String field, @Nullable String sent, Class<E> type) {
        if (sent == null) {
            checks.wrong(field, "problem.field.required");
            return null;
        }
        E[] all = Objects.requireNonNull(type.getEnumConstants());
        for (E each : all) {
            if (each.name().equals(sent)) {
                return each;
            }
        }
        checks.wrong(
                field,
                "problem.field.one_of",
                Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")));
        return null;
    }

    private int total(@Nullable ClassType type, @Nullable Integer sent) {
        if (sent == null) {
            checks.wrong("totalSessions", "problem.field.required");
            return 0;
        }
        if (!TOTALS.contains(sent)) {
            checks.wrong("totalSessions", "problem.field.one_of", "10, 20, 30");
        } else if (type == ClassType.HYBRID && sent != HYBRID_TOTAL) {
            checks.wrong("totalSessions", "training.booking.hybrid_total", HYBRID_TOTAL);
        }
        return sent;
    }

    private @Nullable LocalDate date(@Nullable String sent) {
        LocalDate date = parsed("startDate", sent, "training.booking.date", LocalDate::parse);
        if (date != null && date.getYear() >= LAST_YEAR) {
            checks.wrong("startDate", "training.booking.date");
        }
        return date;
    }

    private @Nullable LocalTime time(@Nullable String sent) {
        if (sent != null && !TIME.matcher(sent).matches()) {
            checks.wrong("preferredTimeSlot", "training.time");
            return null;
        }
        return parsed("preferredTimeSlot", sent, "training.time", LocalTime::parse);
    }

    private <T> @Nullable T parsed(String field, @Nullable String sent, String key, Function<String, T> parser) {
        if (sent == null) {
            checks.wrong(field, "problem.field.required");
            return null;
        }
        try {
            return parser.apply(sent);
        } catch (DateTimeException unreadable) {
            checks.wrong(field, key);
            return null;
        }
    }

    private List<BookedStudent> students(@Nullable ClassType type, @Nullable List<SentStudent> sent) {
        if (sent == null) {
            checks.wrong("students", "problem.field.required");
            return List.of();
        }
        if (type != null && sent.size() != type.students()) {
            checks.wrong("students", "training.booking.students", type.name(), type.students());
            return List.of();
        }
        List<BookedStudent> students = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String field = "students." + i;
            BookedStudent student = student(field, Objects.requireNonNullElse(sent.get(i), NOBODY));
            if (student != null && !seen.add(student.id().value())) {
                checks.wrong(field + ".id", "training.booking.student_twice");
            } else if (student != null) {
                students.add(student);
            }
        }
        return students;
    }

    private @Nullable BookedStudent student(String field, SentStudent sent) {
        String id = text(field + ".id", sent.id());
        if (sent.name() != null && !isName(sent.name(), LONGEST)) {
            checks.wrong(field + ".name", "training.text", LONGEST);
        }
        String email = stripped(sent.email());
        if (email != null && !EmailAddress.isOne(email)) {
            checks.wrong(field + ".email", "account.email.wrong");
        }
        return id == null ? null : new BookedStudent(new UserId(id), stripped(sent.name()), email);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isName(String text, int longest) {
        return text.length() <= longest && OneLine.isOne(text);
    }
}
