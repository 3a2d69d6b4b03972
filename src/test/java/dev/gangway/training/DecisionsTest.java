package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.training.BookingRules.Checked;
import dev.gangway.training.TrainingWorld.Town;
import dev.gangway.training.internal.Decisions;
import dev.gangway.training.internal.Decisions.Found;
import dev.gangway.training.internal.Decisions.Tried;
import dev.gangway.training.internal.Search;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes of a decision when the trainer changes between the look at them and the moment from which they are held. */
@GangwayTest
class DecisionsTest {

    @Autowired
    private Decisions decisions;

    @Autowired
    private TrainingWorld world;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Town town = new Town(new Zone("", "", new Place(1, 1), 1, TrainingWorld.MADRID, true), "", new UserId("x"));

    @BeforeEach
    void aTown() {
        town = world.town();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "capacity = 0",
                "active = false",
                "works_from = 1200",
                "time_zone = 'Pacific/Auckland'",
                "latitude = latitude + 5"
            })
    void aTrainerWhoDoesNotFitAnyMoreGetsNoLessons(String change) {
        UserId trainer = world.trainer(town, town.centre(), 10, new WorkingHours(480, 1230));
        Wish wish = wish();
        Found found = find(wish);

        change(trainer, change);

        assertThat(store(wish, found)).isInstanceOf(Tried.Lost.class);
        assertThat(lessons(trainer)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"capacity = 5", "last_assigned_at = now()", "works_to = 1320", "time_zone = 'Europe/Paris'"})
    void aTrainerWhoChangedAndStillFitsGetsThem(String change) {
        UserId trainer = world.trainer(town, town.centre());
        Wish wish = wish();
        Found found = find(wish);

        change(trainer, change);

        assertThat(store(wish, found)).isInstanceOf(Tried.Done.class);
        assertThat(lessons(trainer)).isEqualTo(wish.slots().size());
        assertThat(trail.page(AuditFilter.of(town.admin()), null, 10))
                .filteredOn(entry -> entry.action().equals("training.assigned"))
                .hasSize(1);
    }

    @Test
    void lessonsThatCameMeanwhileAreMet() {
        UserId trainer = world.trainer(town, town.centre());
        Wish wish = wish();
        Found found = find(wish);

        world.assign(town, world.booking(town));

        assertThat(store(wish, found)).isInstanceOf(Tried.Lost.class);
        assertThat(lessons(trainer)).isEqualTo(wish.slots().size());
    }

    @Test
    void whatAChoiceReadsOfATrainerIsAsTheTrainerHasItAndHasANumberOfItsOwnEachTime() {
        UserId trainer = world.trainer(town, town.centre());
        Set<Long> revisions = new HashSet<>(Set.of(revision(trainer)));
        List<String> changes = List.of(
                "capacity = 7",
                "works_from = 400",
                "works_to = 1300",
                "time_zone = 'Europe/Lisbon'",
                "active = false",
                "longitude = longitude + 1",
                "last_assigned_at = now()",
                "load_valid_until = now()");

        for (String change : changes) {
            change(trainer, change);
            assertThat(revisions.add(revision(trainer))).as(change).isTrue();
            assertThat(jdbc.sql("""
                            select (c.zone_id, c.active, c.point::text, c.load, c.load_valid_until, c.last_assigned_at, c.number, c.capacity,
                                    c.works_from, c.works_to, c.time_zone)
                                 = (t.zone_id, t.active, earth_point(t.latitude, t.longitude)::text, t.load, t.load_valid_until,
                                    t.last_assigned_at, t.number, t.capacity, t.works_from, t.works_to, t.time_zone)
                            from trainer_courses c join trainers t on t.user_id = c.trainer_id where t.user_id = ?
                            """).param(trainer.value()).query(Boolean.class).single())
                    .as(change)
                    .isTrue();
        }
    }

    private record Wish(Booking booking, List<Slot> slots, Instant now) {}

    private Wish wish() {
        Booking booking = ((Checked.Right)
                        BookingRules.check(world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", testAccounts.user())))
                .booking();
        return new Wish(booking, Schedule.of(booking, town.zone().timeZone()), clock.instant());
    }

    private Found find(Wish wish) {
        Found found = decisions.find(Search.of(wish.booking(), town.zone(), wish.slots(), 0, null, wish.now()));
        assertThat(found.best()).isPresent();
        return found;
    }

    /** As an assignment does: what lost its trainer is taken back. */
    private Tried store(Wish wish, Found found) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Tried tried = decisions.store(wish.booking(), town.zone(), wish.slots(), found, town.admin(), wish.now());
            if (!(tried instanceof Tried.Done)) {
                status.setRollbackOnly();
            }
            return tried;
        }));
    }

    private void change(UserId trainer, String change) {
        jdbc.sql("update trainers set " + change + " where user_id = ?")
                .param(trainer.value())
                .update();
    }

    private long revision(UserId trainer) {
        return jdbc.sql("select revision from trainer_courses where trainer_id = ?")
                .param(trainer.value())
                .query(Long.class)
                .single();
    }

    private int lessons(UserId trainer) {
        return jdbc.sql("select count(*) from purchase_sessions where trainer_id = ?")
                .param(trainer.value())
                .query(Integer.class)
                .single();
    }
}
