package dev.gangway.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All faults on the packaged product.
 *
 * <p>{@code -Dbench.kills=} says how many kills (60): of a hundred, 15 are of the application, 5 of both, 60 of the
 * database's first process and 20 of one of its others; {@code -Dbench.times=} how often each other fault (5);
 * {@code -Dbench.only=} names the faults to try, as {@code cut-answers} or {@code cut-answers=20}; {@code -Dbench.seconds=} ends it sooner; {@code -Dbench.clients=} says how
 * many people (12); {@code -Dbench.java=} gives Java more options and {@code -Dbench.jar=} names another jar; {@code -Dbench.folder=} keeps data and ledger, and a later run goes on from there.
 */
public final class FaultsBench {

    private static final Path RESULTS = Path.of("target/bench");
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    private static final String DISK_SIZE = "480m";

    private final List<String> java;
    private final Path folder;
    private final long end = System.nanoTime()
            + Duration.ofSeconds(Long.getLong("bench.seconds", 24 * 3600L)).toNanos();
    private final int people = Integer.getInteger("bench.clients", 12);
    private final long seed = Long.getLong("bench.seed", System.nanoTime());
    private final FaultReport report = new FaultReport();

    private FaultsBench(List<String> java, Path folder) {
        this.java = java;
        this.folder = folder;
    }

    /** Strikes the packaged product, and fails where anything was lost, half or twice. */
    public static void run() throws Exception {
        Path jar = Path.of(System.getProperty("bench.jar", "target/gangway.jar"));
        String kept = System.getProperty("bench.folder");
        Path folder = kept == null
                ? Files.createTempDirectory("gangway-faults")
                : Files.createDirectories(Path.of(kept).toAbsolutePath());
        List<String> java = new ArrayList<>(MortalServer.quickJava());
        java.addAll(words(System.getProperty("bench.java", "")));
        java.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        FaultsBench bench = new FaultsBench(java, folder);
        try {
            bench.strikeAll();
        } finally {
            bench.report.write(RESULTS);
            System.out.println(bench.report);
            if (kept == null) {
                delete(folder);
            }
        }
        if (!bench.report.wrong().isEmpty()) {
            throw new IllegalStateException("Something was lost, half or twice; see target/bench/faults.txt");
        }
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private void strikeAll() throws Exception {
        Map<Fault, Integer> plan = plan();
        List<Fault> mixed = Stream.of(Fault.values())
                .filter(fault -> fault.compareTo(Fault.CUT_COMMITS) < 0)
                .flatMap(fault -> Collections.nCopies(plan.getOrDefault(fault, 0), fault).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(mixed, new Random(seed));
        Path sea = folder.resolve("sea");
        if (!mixed.isEmpty()) {
            try (Scene scene = open(sea)) {
                strike(scene, mixed);
            }
        }
        cutCommits(sea, plan.getOrDefault(Fault.CUT_COMMITS, 0));
        moveClock(sea, plan.getOrDefault(Fault.MOVE_CLOCK, 0));
        fillDisk(folder.resolve("puddle"), plan.getOrDefault(Fault.FILL_DISK, 0));
    }

    private static Map<Fault, Integer> plan() {
        int kills = Integer.getInteger("bench.kills", 60);
        int times = Integer.getInteger("bench.times", 5);
        Map<Fault, Integer> plan = new EnumMap<>(Fault.class);
        Arrays.stream(Fault.values()).forEach(fault -> plan.put(fault, times));
        plan.put(Fault.KILL_APPLICATION, kills * 15 / 100);
        plan.put(Fault.KILL_BOTH, kills * 5 / 100);
        plan.put(Fault.KILL_DATABASE_PROCESS, kills * 20 / 100);
        plan.put(Fault.KILL_DATABASE, kills - kills * 15 / 100 - kills * 5 / 100 - kills * 20 / 100);
        String only = System.getProperty("bench.only");
        return only == null ? plan : chosen(plan, words(only.replace(',', ' ')));
    }

    private static Map<Fault, Integer> chosen(Map<Fault, Integer> plan, List<String> names) {
        Map<Fault, Integer> chosen = new EnumMap<>(Fault.class);
        for (String name : names) {
            int equals = name.indexOf('=');
            Fault fault = Fault.of(equals < 0 ? name : name.substring(0, equals));
            chosen.put(fault, equals < 0 ? plan.getOrDefault(fault, 0) : Integer.valueOf(name.substring(equals + 1)));
        }
        return chosen;
    }

    private Scene open(Path place) throws IOException, InterruptedException, SQLException {
        return Scene.open(new MortalServer(java, place), people, seed);
    }

    private void strike(Scene scene, List<Fault> faults) throws IOException, InterruptedException, SQLException {
        int number = 0;
        for (Fault fault : faults) {
            if (System.nanoTime() > end) {
                return;
            }
            Struck struck = scene.strike(fault);
            report.add(struck);
            number++;
            System.out.printf(
                    "%d of %d: %s, %d answered, %d not (%d of them stored), back after %d ms%n",
                    number,
                    faults.size(),
                    fault,
                    struck.answered(),
                    struck.unanswered(),
                    struck.happened(),
                    struck.backMillis());
            struck.wrong().forEach(words -> System.out.println("WRONG " + words));
        }
    }

    private void cutCommits(Path place, int times) throws IOException, InterruptedException, SQLException {
        if (times == 0) {
            return;
        }
        try (Scene scene = Scene.openThroughProxy(new MortalServer(java, place), people, seed)) {
            strike(scene, Collections.nCopies(times, Fault.CUT_COMMITS));
        }
    }

    private void moveClock(Path place, int times) throws IOException, InterruptedException, SQLException {
        if (times == 0) {
            return;
        }
        if (!Files.exists(FAKETIME)) {
            System.out.println("The clock is not moved: Debian's faketime is not installed");
            return;
        }
        Path clock = Files.createDirectories(place).resolve("clock");
        Files.writeString(clock, "+0");
        MortalServer server = new MortalServer(java, place);
        server.set(
                List.of(),
                Map.of(
                        "LD_PRELOAD",
                        FAKETIME.toString(),
                        "FAKETIME_TIMESTAMP_FILE",
                        clock.toString(),
                        "FAKETIME_CACHE_DURATION",
                        "1",
                        "DONT_FAKE_MONOTONIC",
                        "1",
                        // Otherwise each thread of Java that waits for a time is woken at once, again and again
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"));
        try (Scene scene = Scene.open(server, people, seed)) {
            strike(scene, Collections.nCopies(times, Fault.MOVE_CLOCK));
        }
    }

    /** The database on a small file system in memory, which only root may mount. */
    private void fillDisk(Path place, int times) throws IOException, InterruptedException, SQLException {
        if (times == 0) {
            return;
        }
        // What is in memory is not there for a later run, which must not expect it.
        Files.deleteIfExists(place.resolve("ledger.jsonl"));
        Path disk = Files.createDirectories(place.resolve("postgres"));
        if (!isDone("mount", "-t", "tmpfs", "-o", "size=" + DISK_SIZE, "tmpfs", disk.toString())) {
            System.out.println("The disk is not filled: no small file system can be mounted here");
            return;
        }
        try (Scene scene = open(place)) {
            strike(scene, Collections.nCopies(times, Fault.FILL_DISK));
        } finally {
            isDone("umount", disk.toString());
        }
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
