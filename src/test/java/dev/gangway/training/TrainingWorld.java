package dev.gangway.training;

import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.BookingRequest.SentStudent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Towns for tests: each is a zone far from all others with a course of its own, so that no test meets another's trainers. */
@Component
public class TrainingWorld {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    private static final int IN_A_ROW = 300;

    private final Zones zones;
    private final Courses courses;
    private final Trainers trainers;
    private final Assignments assignments;
    private final TestAccounts accounts;
    private final Ids ids;
    private final Clock clock;
    private final AtomicInteger towns = new AtomicInteger();

    TrainingWorld(
            Zones zones,
            Courses courses,
            Trainers trainers,
            Assignments assignments,
            TestAccounts accounts,
            Ids ids,
            Clock clock) {
        this.zones = zones;
        this.courses = courses;
        this.trainers = trainers;
        this.assignments = assignments;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /** A zone of 10 km on the high seas, what is taught in it, and who looks after it. */
    public record Town(Zone zone, String course, UserId admin) {

        public Place centre() {
            return zone.centre();
        }

        /** So many kilometres north of the centre. */
        public Place north(double km) {
            return new Place(centre().latitude() + km / 111.195, centre().longitude());
        }

        public Caller asAdmin() {
            return new Caller(admin, "admin", Set.of(Role.ADMIN), new UUID(0, 1));
        }
    }

    public Town town() {
        int number = towns.getAndIncrement();
        Place centre = new Place(-48 + Math.floorDiv(number, IN_A_ROW) * 0.5, -170 + number % IN_A_ROW * 0.5);
        return town(centre, 10);
    }

    public Town town(Place centre, double radiusKm) {
        UserId admin = accounts.user();
        String id = "town-" + ids.next();
        Zone zone = new Zone(id, id, centre, radiusKm, MADRID, true);
        zones.put(admin, zone, null);
        courses.put(admin, new Course(id, "Course of " + id), null);
        return new Town(zone, id, admin);
    }

    /** Works all day, takes a hundred purchases. */
    public UserId trainer(Town town, @Nullable Place home) {
        return trainer(town, home, 100, new WorkingHours(0, 1440));
    }

    public UserId trainer(Town town, @Nullable Place home, int capacity, WorkingHours hours) {
        UserId id = accounts.user();
        put(town, new Trainer(id, town.zone().id(), home, List.of(town.course()), capacity, true, hours, MADRID));
        return id;
    }

    public void put(Town town, Trainer trainer) {
        if (!(trainers.put(town.admin(), trainer, null) instanceof VersionedOutcome.Saved)) {
            throw new AssertionError("Not saved: " + trainer);
        }
    }

    /** Ten offline lessons for one student, on weekdays from the Monday after next at five in the afternoon. */
    public BookingRequest booking(Town town) {
        return booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", accounts.user());
    }

    public BookingRequest booking(Town town, String classType, String lessonType, String time, UserId... students) {
        return new BookingRequest(
                "booking-" + ids.next(),
                town.course(),
                classType,
                "HYBRID".equals(classType) ? 30 : 10,
                "WEEKDAY_DAILY",
                lessonType,
                monday().toString(),
                time,
                town.centre().latitude(),
                town.centre().longitude(),
                Arrays.stream(students)
                        .map(id -> new SentStudent(id.value(), "Name of " + id.value(), null))
                        .toList());
    }

    /** The Monday after next. */
    public LocalDate monday() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(1);
    }

    public AssignmentOutcome.Decided assign(Town town, BookingRequest booking) {
        return switch (assignments.assign(town.admin(), booking)) {
            case AssignmentOutcome.Decided decided -> decided;
            case AssignmentOutcome.Invalid invalid -> throw new AssertionError(invalid);
        };
    }

    /** A booking that was given to the only trainer of a town. */
    public UUID assigned(Town town) {
        trainer(town, town.centre());
        return assign(town, booking(town)).purchaseId();
    }

    public static BookingRequest at(BookingRequest booking, Place place) {
        return new BookingRequest(
                booking.bookingId(),
                booking.courseId(),
                booking.classType(),
                booking.totalSessions(),
                booking.deliveryMode(),
                booking.lessonType(),
                booking.startDate(),
                booking.preferredTimeSlot(),
                place.latitude(),
                place.longitude(),
                booking.students());
    }

    static BookingRequest starting(BookingRequest booking, String mode, LocalDate start) {
        return new BookingRequest(
                booking.bookingId(),
                booking.courseId(),
                booking.classType(),
                booking.totalSessions(),
                mode,
                booking.lessonType(),
                start.toString(),
                booking.preferredTimeSlot(),
                booking.latitude(),
                booking.longitude(),
                booking.students());
    }
}
