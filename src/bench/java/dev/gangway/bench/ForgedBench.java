package dev.gangway.bench;

import dev.gangway.bench.forged.ForgedMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forged messages of the page protocol against the packaged product: {@code -Dforged.messages=1000000 -Dforged.seed=1}.
 * Writes what was sent and found to {@code target/bench/forged.json}, and fails where anything was.
 */
final class ForgedBench {

    private static final int BATCH = 20_000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final ServedProduct product;
    private final List<Long> heap = new ArrayList<>();
    private final Instant begun = Instant.now();

    private ForgedBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        new ForgedBench(product).run();
    }

    private void run() throws Exception {
        long messages = Long.getLong("forged.messages", 1_000_000);
        long seed = Long.getLong("forged.seed", 1);
        try (Connection database = product.connect()) {
            ForgedMessages forged = new ForgedMessages(product.address("/"), database);
            try {
                forged.send(messages, BATCH, seed, sent -> look(forged, sent));
            } finally {
                report(forged, seed);
            }
            if (!forged.findings().isEmpty()) {
                throw new IllegalStateException("Something came of forged messages; see target/bench/forged.json");
            }
        }
    }

    /** Keeps how much of the heap is in use after a collection. */
    private void look(ForgedMessages forged, long sent) throws IOException, InterruptedException {
        product.jcmd("GC.run");
        Matcher used = USED.matcher(product.jcmd("GC.heap_info"));
        heap.add(used.find() ? Long.parseLong(used.group(1)) / 1024 : -1);
        System.out.printf(
                "%,d messages, %d s, %d MB of heap in use, %d kinds of findings%n",
                sent,
                Duration.between(begun, Instant.now()).toSeconds(),
                heap.getLast(),
                forged.findings().size());
    }

    private void report(ForgedMessages forged, long seed) throws IOException {
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("seed", seed);
        report.put("messages", forged.sent());
        report.put("calls", forged.calls());
        report.put("answered_by_the_page", forged.answered());
        report.put("pages_opened", forged.opened());
        report.put("logged_in_again", forged.again());
        report.put("seconds", seconds);
        report.put("messages_per_second", Math.round(forged.sent() / seconds));
        report.put("kinds", forged.counts());
        report.put("heap_in_use_mb_after_each_batch", heap);
        report.put("log_mb", Files.size(product.log()) / 1024 / 1024);
        report.put("findings", forged.findings());
        Path json = Path.of("target/bench/forged.json");
        Files.createDirectories(json.getParent());
        Files.writeString(
                json,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        forged.findings().forEach(System.out::println);
        System.out.printf("%,d messages in %.0f s%n", forged.sent(), seconds);
    }
}
