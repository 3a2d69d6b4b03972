package dev.gangway.training;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.DemoMode;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.BookingRequest.SentStudent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Fills a demonstration with zones, courses, trainers and purchases where there are none, by the same services as everybody:
 * lessons of the last weeks in every state, lessons to come, a purchase that waits and one that no zone covers.
 */
@Component
@Order(2)
@ConditionalOnWebApplication
class DemoTraining implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTraining.class);
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int PAST_LESSONS = 6;
    private static final int WEEKS_AGO = 2;

    private final DemoMode demo;
    private final Accounts accounts;
    private final Zones zones;
    private final Courses courses;
    private final Trainers trainers;
    private final Assignments assignments;
    private final Purchases purchases;
    private final TutoringSessions lessons;
    private final DemoLessons day;
    private final Clock clock;

    DemoTraining(
            DemoMode demo,
            Accounts accounts,
            Zones zones,
            Courses courses,
            Trainers trainers,
            Assignments assignments,
            Purchases purchases,
            TutoringSessions lessons,
            DemoLessons day,
            Clock clock) {
        this.demo = demo;
        this.accounts = accounts;
        this.zones = zones;
        this.courses = courses;
        this.trainers = trainers;
        this.assignments = assignments;
        this.purchases = purchases;
        this.lessons = lessons;
        this.day = day;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<Account> admin = demo.enabled() ? accounts.findByName("admin") : Optional.empty();
        if (admin.isPresent() && zones.page("", 1).isEmpty()) {
            try {
                fill(admin.get().id());
            } catch (DataIntegrityViolationException madeByAnotherReplica) {
                LOG.debug("The examples were made meanwhile", madeByAnotherReplica);
            }
        }
    }

    private void fill(UserId admin) {
        zones.put(admin, new Zone("madrid", "Madrid", new Place(40.4168, -3.7038), 15, MADRID, true), null);
        zones.put(admin, new Zone("berlin", "Berlin", new Place(52.52, 13.405), 20, BERLIN, true), null);
        courses.put(admin, new Course("chess", "Chess for beginners"), null);
        courses.put(admin, new Course("piano", "Piano"), null);
        courses.put(admin, new Course("maths", "Mathematics, grades 5 to 8"), null);
        UserId own = accounts.findByName("trainer").orElseThrow().id();
        trainer(admin, own, "madrid", new Place(40.4233, -3.6890), List.of("chess", "maths"), MADRID);
        trainer(
                admin,
                person("Lucía Romero", "lucia"),
                "madrid",
                new Place(40.4050, -3.7200),
                List.of("chess"),
                MADRID);
        trainer(
                admin,
                person("Anselm Vogt", "anselm"),
                "berlin",
                new Place(52.4990, 13.4180),
                List.of("piano"),
                BERLIN);
        trainer(
                admin,
                person("Marta Lindner", "marta"),
                "berlin",
                new Place(52.5410, 13.4120),
                List.of("piano", "maths"),
                BERLIN);
        purchasesOf(admin);
    }

    private void purchasesOf(UserId admin) {
        SentStudent user = student("user");
        SentStudent user2 = student("user2");
        SentStudent nora = new SentStudent("demo-nora", "Nora Castaño", null);
        Place near = new Place(40.4215, -3.6925);
        Optional<UUID> chess =
                book(admin, "demo-1", "chess", "ONE_ON_ONE", 20, "WEEKDAY_DAILY", "OFFLINE", "17:00", near, user);
        Optional<UUID> maths =
                book(admin, "demo-2", "maths", "HYBRID", 30, "WEEKDAY_DAILY", "ONLINE", "16:00", near, user2);
        Optional<UUID> group = book(
                admin,
                "demo-3",
                "chess",
                "ONE_ON_THREE",
                10,
                "SUNDAY_ONLY",
                "OFFLINE",
                "11:00",
                near,
                user,
                user2,
                nora);
        chess.ifPresent(purchase -> tellOfThePast(admin, purchase));
        if (chess.isPresent() && maths.isPresent() && group.isPresent()) {
            day.play(admin, chess.get(), maths.get(), group.get(), MADRID);
        }
        Place berlin = new Place(52.5120, 13.4010);
        book(
                admin,
                "demo-4",
                "piano",
                "ONE_ON_ONE",
                10,
                "WEEKDAY_DAILY",
                "OFFLINE",
                "15:00",
                berlin,
                new SentStudent("demo-jonas", "Jonas Albrecht", null));
        book(
                admin,
                "demo-5",
                "piano",
                "ONE_ON_TWO",
                20,
                "WEEKDAY_DAILY",
                "ONLINE",
                "18:00",
                berlin,
                new SentStudent("demo-ida", "Ida Brandt", null),
                new SentStudent("demo-emil", "Emil Brandt", null));
        book(
                admin,
                "demo-6",
                "piano",
                "ONE_ON_ONE",
                10,
                "WEEKDAY_DAILY",
                "OFFLINE",
                "21:30",
                berlin,
                new SentStudent("demo-theo", "Theo Sommer", null));
        book(
                admin,
                "demo-7",
                "chess",
                "ONE_ON_ONE",
                10,
                "SUNDAY_ONLY",
                "OFFLINE",
                "10:00",
                new Place(41.3874, 2.1686),
                new SentStudent("demo-pau", "Pau Serra", null));
    }

    private void trainer(UserId admin, UserId id, String zone, Place home, List<String> courseIds, ZoneId clockOf) {
        trainers.put(
                admin,
                new Trainer(id, zone, home, courseIds, 8, true, new WorkingHours(8 * 60, 21 * 60), clockOf),
                null);
    }

    private UserId person(String name, String id) {
        UserId wanted = new UserId("demo-" + id);
        if (accounts.find(wanted).isEmpty()) {
            accounts.create(new NewAccount(wanted, name, null, Set.of(Role.TRAINER)));
        }
        return wanted;
    }

    private SentStudent student(String name) {
        return new SentStudent(accounts.findByName(name).orElseThrow().id().value(), name, null);
    }

    private Optional<UUID> book(
            UserId admin,
            String booking,
            String course,
            String classType,
            int total,
            String mode,
            String lessonType,
            String time,
            Place place,
            SentStudent... students) {
        String start = LocalDate.now(clock.withZone(MADRID))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .toString();
        AssignmentOutcome outcome = assignments.assign(
                admin,
                new BookingRequest(
                        booking,
                        course,
                        classType,
                        total,
                        mode,
                        lessonType,
                        start,
                        time,
                        place.latitude(),
                        place.longitude(),
                        List.of(students)));
        return outcome instanceof AssignmentOutcome.Decided decided && !decided.isRepeated()
                ? Optional.of(decided.purchaseId())
                : Optional.empty();
    }

    /** Moves the first lessons into the last weeks, as if the course had begun then, and lets them take place. */
    private void tellOfThePast(UserId admin, UUID purchase) {
        Caller caller = new Caller(admin, "admin", Set.of(Role.ADMIN), purchase);
        List<PurchaseSession> all =
                purchases.find(caller, purchase).orElseThrow().lessons();
        for (PurchaseSession lesson : all.subList(0, Math.min(PAST_LESSONS, all.size()))) {
            purchases.change(
                    admin,
                    lesson.id(),
                    new LessonChange(lesson.startsAt().minus(7L * WEEKS_AGO, ChronoUnit.DAYS), null, null),
                    null);
        }
        List<TutoringSession> past =
                lessons.page(caller, new TutoringFilter(purchase, null, null, null), null, PAST_LESSONS);
        for (int i = 0; i < past.size(); i++) {
            UUID lesson = past.get(i).id();
            if (i == 1) {
                lessons.act(caller, lesson, TutoringAction.CANCEL);
            } else if (past.get(i).startsAt().isBefore(clock.instant())) {
                lessons.act(caller, lesson, TutoringAction.START);
                lessons.act(caller, lesson, TutoringAction.COMPLETE);
                if (i < past.size() - 2) {
                    lessons.act(caller, lesson, i == 2 ? TutoringAction.DISPUTE : TutoringAction.CONFIRM);
                }
            }
        }
    }
}
