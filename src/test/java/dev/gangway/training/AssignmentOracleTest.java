package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.training.TrainingWorld.Town;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Random students against someone who looks at every zone and every trainer, at ordinary places and at the edges of maps. */
@GangwayTest
class AssignmentOracleTest {

    private static final double RADIUS_KM = 30;
    private static final int ROUNDS = 40;
    private static final int IMAGINED_IN_A_ROUND = 15;

    private static final List<Place> CENTRES = List.of(
            new Place(90, 0),
            new Place(89.8, 120),
            new Place(-89.9, 50),
            new Place(0.1, 179.95),
            new Place(0, -179.9),
            new Place(-37, -100),
            new Place(-37.2, -100.2));

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Zones zones;

    @Autowired
    private TestAccounts accounts;

    private final Random random = new Random(20_270_501);
    private final List<Town> towns = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    /** A trainer as the oracle knows them. */
    private static final class Person {
        private final Trainer trainer;
        private final List<Slot> busy = new ArrayList<>();
        private int purchases;
        private Instant last = Instant.EPOCH;

        Person(Trainer trainer) {
            this.trainer = trainer;
        }

        boolean isFree(List<Slot> slots) {
            return slots.stream()
                    .noneMatch(slot -> busy.stream()
                            .anyMatch(other -> other.startsAt().isBefore(slot.endsAt())
                                    && slot.startsAt().isBefore(other.endsAt())));
        }
    }

    /** Who should be chosen; no zone: none covers the place. */
    private record Expected(@Nullable Zone zone, List<Slot> slots, Optional<Person> person) {}

    @AfterEach
    void noTownIsInTheWayOfOthers() {
        for (Town town : towns) {
            Zone zone = town.zone();
            zones.put(
                    town.admin(),
                    new Zone(zone.id(), zone.name(), zone.centre(), zone.radiusKm(), zone.timeZone(), false),
                    null);
        }
    }

    @Test
    void randomStudentsGetWhomTheOracleChooses() {
        CENTRES.forEach(centre -> towns.add(world.town(centre, RADIUS_KM)));
        for (int i = 0; i < 70; i++) {
            person(i);
        }
        int assigned = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < IMAGINED_IN_A_ROUND; i++) {
                BookingRequest imagined = booking();
                Verdict verdict = ((WhatIfOutcome.Imagined) assignments.whatIf(imagined, 0)).verdict();
                check(imagined, expected(imagined), verdict.result(), verdict.chosen());
            }
            BookingRequest real = booking();
            Expected expected = expected(real);
            AssignmentOutcome.Decided decided = world.assign(towns.getFirst(), real);
            check(real, expected, decided.result(), decided.trainer());
            if (expected.person().isPresent()) {
                Person person = expected.person().get();
                person.busy.addAll(expected.slots());
                person.purchases++;
                person.last = Instant.ofEpochSecond(round + 1L);
                assigned++;
            }
        }
        assertThat(assigned).as("assigned of " + ROUNDS).isGreaterThan(ROUNDS / 3);
    }

    private static void check(
            BookingRequest booking, Expected expected, AssignmentResult result, @Nullable UserId trainer) {
        AssignmentResult wanted = expected.zone() == null
                ? AssignmentResult.SERVICE_NOT_AVAILABLE
                : expected.person().isPresent() ? AssignmentResult.ASSIGNED : AssignmentResult.WAITLISTED;
        assertThat(result).as("%s", booking).isEqualTo(wanted);
        assertThat(Optional.ofNullable(trainer))
                .as("%s", booking)
                .isEqualTo(expected.person().map(person -> person.trainer.id()));
    }

    private Expected expected(BookingRequest request) {
        Booking booking = ((BookingRules.Checked.Right) BookingRules.check(request)).booking();
        Zone zone = zones.page("", 10_000).stream()
                .map(Versioned::value)
                .filter(each -> each.active() && within(each, each.centre().millimetresTo(booking.place())))
                .min(Comparator.<Zone>comparingLong(each -> each.centre().millimetresTo(booking.place()))
                        .thenComparing(Zone::id))
                .orElse(null);
        if (zone == null) {
            return new Expected(null, List.of(), Optional.empty());
        }
        List<Slot> slots = Schedule.of(booking, zone.timeZone());
        Comparator<Person> order = booking.hasOfflineLessons()
                ? Comparator.comparingLong(person -> away(person, booking))
                : Comparator.comparingInt(person -> person.purchases);
        return new Expected(
                zone,
                slots,
                people.stream()
                        .filter(person -> isFit(person, booking, zone, slots))
                        .min(order.thenComparing(person -> person.last)
                                .thenComparing(person -> person.trainer.id().value())));
    }

    private static boolean isFit(Person person, Booking booking, Zone zone, List<Slot> slots) {
        Trainer trainer = person.trainer;
        return trainer.active()
                && trainer.zoneId().equals(zone.id())
                && trainer.courseIds().contains(booking.courseId())
                && person.purchases < trainer.capacity()
                && (!booking.hasOfflineLessons() || (trainer.home() != null && within(zone, away(person, booking))))
                && slots.stream().allMatch(slot -> trainer.hours().hold(slot, trainer.timeZone()))
                && person.isFree(slots);
    }

    private static long away(Person person, Booking booking) {
        return Objects.requireNonNull(person.trainer.home()).millimetresTo(booking.place());
    }

    private static boolean within(Zone zone, long millimetres) {
        return millimetres <= Math.round(zone.radiusKm() * 1e6);
    }

    private void person(int number) {
        Town town = towns.get(number % towns.size());
        Place home = around(town.centre(), 40);
        if (number >= towns.size() && random.nextInt(3) == 0) {
            home = people.get(number - towns.size()).trainer.home(); // as far away as a neighbour
        } else if (random.nextInt(12) == 0) {
            home = null;
        }
        int from = random.nextInt(2) * 600;
        Trainer trainer = new Trainer(
                accounts.user(),
                town.zone().id(),
                home,
                List.of(towns.getFirst().course(), town.course()).stream()
                        .distinct()
                        .toList(),
                1 + random.nextInt(3),
                random.nextInt(10) > 0,
                new WorkingHours(from, 1440),
                TrainingWorld.MADRID);
        world.put(town, trainer);
        people.add(new Person(trainer));
    }

    private BookingRequest booking() {
        boolean isOnline = random.nextInt(3) == 0;
        BookingRequest booking = world.booking(
                towns.getFirst(),
                random.nextInt(6) == 0 ? "HYBRID" : "ONE_ON_ONE",
                isOnline ? "ONLINE" : "OFFLINE",
                List.of("08:00", "17:00", "17:20", "18:00").get(random.nextInt(4)),
                accounts.user());
        Place centre = towns.get(random.nextInt(towns.size())).centre();
        return TrainingWorld.at(booking, random.nextInt(10) == 0 ? centre : around(centre, 33));
    }

    /** A place in a random direction up to so many kilometres away. */
    private Place around(Place centre, double km) {
        double angle = random.nextDouble() * km / 6371.0088;
        double bearing = random.nextDouble() * 2 * Math.PI;
        double latitude = Math.toRadians(centre.latitude());
        double sine = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
        double turn = Math.atan2(
                Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude), Math.cos(angle) - Math.sin(latitude) * sine);
        double longitude = Math.IEEEremainder(centre.longitude() + Math.toDegrees(turn), 360);
        return new Place(Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine)))), longitude);
    }
}
