package dev.gangway.training;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.DemoMode;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.training.BookingRequest.SentStudent;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Adds to a demonstration what makes the pages of administrators worth looking at: zones that meet, trainers with as much as they
 * take, without a known home and taking no new purchases, and bookings that wait for each of these reasons.
 */
@Component
@Order(3)
@ConditionalOnWebApplication
class DemoOffice implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOffice.class);
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String SOUTH = "getafe";

    private final DemoMode demo;
    private final Accounts accounts;
    private final Zones zones;
    private final Trainers trainers;
    private final Assignments assignments;
    private final Clock clock;

    DemoOffice(DemoMode demo, Accounts accounts, Zones zones, Trainers trainers, Assignments assignments, Clock clock) {
        this.demo = demo;
        this.accounts = accounts;
        this.zones = zones;
        this.trainers = trainers;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<Account> admin = demo.enabled() ? accounts.findByName("admin") : Optional.empty();
        if (admin.isPresent()
                && zones.find("madrid").isPresent()
                && zones.find(SOUTH).isEmpty()) {
            try {
                fill(admin.get().id());
            } catch (DataIntegrityViolationException madeByAnotherReplica) {
                LOG.debug("The examples were made meanwhile", madeByAnotherReplica);
            }
        }
    }

    private void fill(UserId admin) {
        zones.put(admin, new Zone(SOUTH, "Getafe", new Place(40.3083, -3.7329), 9, MADRID, true), null);
        zones.put(admin, new Zone("sevilla", "Sevilla", new Place(37.3891, -5.9845), 12, MADRID, false), null);
        trainer(admin, "Bruno Ortega", "madrid", new Place(40.4530, -3.6883), List.of("chess", "piano"), 1, true);
        trainer(admin, "Carla Ibáñez", "madrid", new Place(40.3950, -3.6450), List.of("maths"), 4, false);
        trainer(admin, "Elena Prats", "madrid", null, List.of("maths"), 2, true);
        trainer(admin, "Diego Marín", SOUTH, new Place(40.3120, -3.7400), List.of("chess"), 2, true);
        book(admin, "demo-8", "chess", "OFFLINE", "18:00", new Place(40.4520, -3.6900), "Lola Vega");
        book(admin, "demo-9", "maths", "ONLINE", "10:00", new Place(40.4300, -3.7000), "Hugo Nieto");
        book(admin, "demo-10", "chess", "OFFLINE", "17:30", new Place(40.4080, -3.7150), "Vera Campos");
        book(admin, "demo-11", "chess", "OFFLINE", "11:00", new Place(40.3050, -3.7280), "Iker Soto");
        book(admin, "demo-12", "chess", "OFFLINE", "21:00", new Place(40.3150, -3.7200), "Alba Roca");
        book(admin, "demo-13", "piano", "OFFLINE", "18:20", new Place(40.4550, -3.6800), "Leo Cano");
    }

    private void trainer(
            UserId admin,
            String name,
            String zone,
            @Nullable Place home,
            List<String> courses,
            int capacity,
            boolean active) {
        UserId id = new UserId("demo-" + name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT));
        if (accounts.find(id).isEmpty()) {
            accounts.create(new NewAccount(id, name, null, Set.of(Role.TRAINER)));
        }
        trainers.put(
                admin,
                new Trainer(id, zone, home, courses, capacity, active, new WorkingHours(8 * 60, 21 * 60), MADRID),
                null);
    }

    /** Ten lessons for one student from next Monday on. */
    private void book(
            UserId admin, String booking, String course, String lessonType, String time, Place place, String student) {
        String start = LocalDate.now(clock.withZone(MADRID))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .toString();
        assignments.assign(
                admin,
                new BookingRequest(
                        booking,
                        course,
                        "ONE_ON_ONE",
                        10,
                        "WEEKDAY_DAILY",
                        lessonType,
                        start,
                        time,
                        place.latitude(),
                        place.longitude(),
                        List.of(new SentStudent(booking + "-student", student, null))));
    }
}
