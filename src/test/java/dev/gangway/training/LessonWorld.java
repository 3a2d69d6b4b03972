package dev.gangway.training;

import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.TrainingWorld.Town;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Courses for tests: a trainer with students and their ten lessons, which a test can have at any time. */
@Component
public class LessonWorld {

    private final TrainingWorld world;
    private final TestAccounts accounts;
    private final TutoringSessions tutoring;
    private final Purchases purchases;
    private final JdbcClient jdbc;
    private final Clock clock;

    LessonWorld(
            TrainingWorld world,
            TestAccounts accounts,
            TutoringSessions tutoring,
            Purchases purchases,
            JdbcClient jdbc,
            Clock clock) {
        this.world = world;
        this.accounts = accounts;
        this.tutoring = tutoring;
        this.purchases = purchases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A purchase with a trainer and one to three students. */
    public record Course(Town town, UserId trainer, List<UserId> students, UUID purchase) {

        public UserId student() {
            return students.getFirst();
        }

        public Caller asTrainer() {
            return as(trainer, Role.TRAINER);
        }

        public Caller asStudent() {
            return as(student(), Role.USER);
        }

        public Caller asStudent(int number) {
            return as(students.get(number), Role.USER);
        }

        public Caller asAdmin() {
            return town.asAdmin();
        }
    }

    /** Ten offline lessons at five in the afternoon in Madrid, a kilometre from the trainer's home. */
    public Course course(int students) {
        return course(students, new WorkingHours(0, 1440));
    }

    public Course course(int students, WorkingHours hours) {
        Town town = world.town();
        UserId trainer = world.trainer(town, town.north(1), 100, hours);
        return course(town, trainer, students, "17:00");
    }

    /** Another purchase of the same trainer. */
    public Course course(Town town, UserId trainer, int students, String time) {
        return course(
                town,
                trainer,
                time,
                Stream.generate(accounts::user).limit(students).toList());
    }

    /** A purchase of people who are there already; the trainer becomes one where they are none. */
    public Course course(UserId trainer, List<UserId> students) {
        Town town = world.town();
        world.put(
                town,
                new Trainer(
                        trainer,
                        town.zone().id(),
                        town.north(1),
                        List.of(town.course()),
                        100,
                        true,
                        new WorkingHours(0, 1440),
                        TrainingWorld.MADRID));
        return course(town, trainer, "17:00", students);
    }

    private Course course(Town town, UserId trainer, String time, List<UserId> students) {
        String[] types = {"ONE_ON_ONE", "ONE_ON_TWO", "ONE_ON_THREE"};
        BookingRequest booking =
                world.booking(town, types[students.size() - 1], "OFFLINE", time, students.toArray(UserId[]::new));
        return new Course(town, trainer, students, world.assign(town, booking).purchaseId());
    }

    /** The tutoring session of a student, by its number from 1. */
    public TutoringSession lesson(Course course, UserId student, int number) {
        return tutoring
                .page(course.asAdmin(), new TutoringFilter(course.purchase(), null, student, null), null, 200)
                .stream()
                .filter(lesson -> lesson.sessionNumber() == number)
                .findFirst()
                .orElseThrow();
    }

    public TutoringSession lesson(Course course, int number) {
        return lesson(course, course.student(), number);
    }

    /** Has a lesson at another time, as an administrator. */
    public void move(Course course, int number, Instant startsAt) {
        LessonOutcome outcome = purchases.change(
                course.town().admin(),
                lesson(course, number).purchaseSessionId(),
                new LessonChange(startsAt, null, null),
                null);
        if (!(outcome instanceof LessonOutcome.Changed)) {
            throw new AssertionError(outcome);
        }
    }

    /** A moment of today in Madrid that is over. */
    public Instant earlierToday() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant midnight = LocalDate.ofInstant(now, TrainingWorld.MADRID)
                .atStartOfDay(TrainingWorld.MADRID)
                .toInstant();
        Instant wanted = now.minus(Duration.ofMinutes(30));
        return wanted.isBefore(midnight) ? midnight : wanted;
    }

    /** Says where somebody is. */
    public void live(UserId student, String zone) {
        jdbc.sql("update students set time_zone = :zone where user_id = :id")
                .param("zone", zone)
                .param("id", student.value())
                .update();
    }

    public static Caller as(UserId person, Role... roles) {
        return new Caller(person, person.value(), Set.of(roles), new UUID(0, 1));
    }
}
