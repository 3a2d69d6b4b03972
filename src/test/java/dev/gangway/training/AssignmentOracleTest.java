package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.TrainingWorld.Town;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random students against {@link BruteForce}, at ordinary places and at the edges of maps: the poles, the antimeridian, the
 * borders of zones to a millimetre, zones over each other; homes that are equally far or unknown; full and busy trainers,
 * working hours on other clocks than the lessons', clocks that change in between. Every tenth booking is really assigned, so that
 * calendars fill; the others are asked about as they stand then. {@code -Doracle.students=10000} asks about so many.
 */
@GangwayTest
class AssignmentOracleTest {

    private static final int STUDENTS = Integer.getInteger("oracle.students", 2_000);
    private static final int IMAGINED_FOR_A_REAL_ONE = 9;
    private static final int TRAINERS = Math.max(56, STUDENTS / 40);
    private static final int WEEKS = 45;
    private static final double RADIUS_KM = 30;
    private static final double EARTH_KM = 6371.0088;

    private static final List<Place> CENTRES = List.of(
            new Place(90, 0),
            new Place(89.8, 120),
            new Place(-89.9, 50),
            new Place(0.1, 179.95),
            new Place(0, -179.9),
            new Place(-37, -100),
            new Place(-37.2, -100.2));

    private static final List<ZoneId> CLOCKS = Stream.of(
                    "Europe/Madrid", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Pacific/Chatham")
            .map(ZoneId::of)
            .toList();

    /** The first lies in the hour that is left out in spring and comes twice in autumn. */
    private static final List<String> TIMES = List.of("02:30", "08:00", "12:10", "12:30", "17:00", "17:20", "23:20");

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Zones zones;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Ids ids;

    private final Random random = new Random(20_270_501);
    private final List<Town> towns = new ArrayList<>();
    private final List<@Nullable Place> homes = new ArrayList<>();

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
    void randomStudentsGetWhomBruteForceChooses() throws Exception {
        CENTRES.forEach(centre -> towns.add(world.town(centre, RADIUS_KM)));
        BruteForce oracle = new BruteForce(
                zones.page("", 10_000).stream().map(Versioned::value).toList());
        for (int i = 0; i < TRAINERS; i++) {
            oracle.add(trainer(i));
        }
        Map<AssignmentResult, Integer> results = new EnumMap<>(AssignmentResult.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int asked = 0; asked < STUDENTS; asked += IMAGINED_FOR_A_REAL_ONE + 1) {
                List<Callable<AssignmentResult>> imagined = new ArrayList<>();
                for (int i = 0; i < IMAGINED_FOR_A_REAL_ONE; i++) {
                    BookingRequest booking = booking();
                    imagined.add(() -> imagined(oracle, booking));
                }
                for (Future<AssignmentResult> each : threads.invokeAll(imagined)) {
                    results.merge(each.get(), 1, Integer::sum);
                }
                results.merge(assigned(oracle, booking()), 1, Integer::sum);
            }
        }
        assertThat(results.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(STUDENTS);
        for (AssignmentResult result : AssignmentResult.values()) {
            assertThat(results.getOrDefault(result, 0))
                    .as("%s of %s", result, results)
                    .isGreaterThan(STUDENTS / 50);
        }
    }

    private AssignmentResult imagined(BruteForce oracle, BookingRequest booking) {
        Verdict verdict = ((WhatIfOutcome.Imagined) assignments.whatIf(booking, 0)).verdict();
        return same(booking, oracle.decide(booking), verdict.result(), verdict.chosen());
    }

    private AssignmentResult assigned(BruteForce oracle, BookingRequest booking) {
        BruteForce.Decision expected = oracle.decide(booking);
        AssignmentOutcome.Decided decided = world.assign(towns.getFirst(), booking);
        oracle.carriedOut(booking, expected);
        return same(booking, expected, decided.result(), decided.trainer());
    }

    private static AssignmentResult same(
            BookingRequest booking, BruteForce.Decision expected, AssignmentResult result, @Nullable UserId trainer) {
        assertThat(result).as("%s", booking).isEqualTo(expected.result());
        assertThat(trainer).as("%s", booking).isEqualTo(expected.trainer());
        return result;
    }

    private Trainer trainer(int number) {
        Town town = towns.get(number % towns.size());
        @Nullable Place home = around(town.centre(), random.nextDouble() * 40);
        if (number >= towns.size() && random.nextInt(3) == 0) {
            home = homes.get(number - towns.size()); // as far away as a neighbour
        } else if (random.nextInt(12) == 0) {
            home = null;
        }
        homes.add(home);
        int from = random.nextInt(10) * 60;
        Trainer trainer = new Trainer(
                accounts.user(),
                town.zone().id(),
                home,
                List.of(towns.getFirst().course(), town.course()).stream()
                        .distinct()
                        .toList(),
                random.nextInt(8),
                random.nextInt(10) > 0,
                random.nextBoolean()
                        ? new WorkingHours(0, 1440)
                        : new WorkingHours(from, from + 480 + random.nextInt(420)),
                CLOCKS.get(random.nextInt(CLOCKS.size())));
        world.put(town, trainer);
        return trainer;
    }

    private BookingRequest booking() {
        Place place = place(towns.get(random.nextInt(towns.size())).centre());
        LocalDate start = world.monday().plusDays(random.nextInt(7 * WEEKS));
        String classType =
                List.of("ONE_ON_ONE", "ONE_ON_TWO", "ONE_ON_THREE", "HYBRID").get(random.nextInt(4));
        int students = "ONE_ON_TWO".equals(classType) ? 2 : "ONE_ON_THREE".equals(classType) ? 3 : 1;
        return new BookingRequest(
                "oracle-" + ids.next(),
                towns.getFirst().course(),
                classType,
                "HYBRID".equals(classType) ? 30 : 10 + 10 * random.nextInt(3),
                random.nextInt(3) == 0 ? "SUNDAY_ONLY" : "WEEKDAY_DAILY",
                random.nextInt(3) == 0 ? "ONLINE" : "OFFLINE",
                start.toString(),
                TIMES.get(random.nextInt(TIMES.size())),
                place.latitude(),
                place.longitude(),
                Stream.generate(() -> new SentStudent("oracle-" + ids.next(), null, null))
                        .limit(students)
                        .toList());
    }

    /** Mostly near the centre, at times it itself, at times on the border of the zone or a few millimetres on either side. */
    private Place place(Place centre) {
        return switch (random.nextInt(10)) {
            case 0 -> centre;
            case 1, 2 -> around(centre, RADIUS_KM + (random.nextInt(9) - 4) * 1e-6);
            default -> around(centre, random.nextDouble() * (RADIUS_KM + 4));
        };
    }

    /** A place in a random direction so many kilometres away. */
    private Place around(Place centre, double km) {
        double angle = km / EARTH_KM;
        double bearing = random.nextDouble() * 2 * Math.PI;
        double latitude = Math.toRadians(centre.latitude());
        double sine = Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
        double turn = Math.atan2(
                Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude), Math.cos(angle) - Math.sin(latitude) * sine);
        double longitude = Math.IEEEremainder(centre.longitude() + Math.toDegrees(turn), 360);
        return new Place(Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, sine)))), longitude);
    }
}
