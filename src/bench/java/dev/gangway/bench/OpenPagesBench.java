package dev.gangway.bench;

import dev.gangway.bench.page.PageClient;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an open page of the wizard's first step keeps of the heap: live bytes after a full collection with
 * {@code -Dbench.pages=} (1,000) pages, each of a person of its own, less those without, by page; and which classes they are of.
 */
final class OpenPagesBench {

    private static final int PAGES = Integer.getInteger("bench.pages", 1000);
    private static final int BEFORE = 50;
    private static final int CLASSES = 25;
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    private OpenPagesBench() {}

    private record Size(long count, long bytes) {}

    static void run(ServedProduct product) throws Exception {
        Report report = new Report("open-pages");
        PageUsers users = PageUsers.create(product, "open", "USER", BEFORE + PAGES);
        open(users, 1, BEFORE);
        Map<String, Size> without = live(product);
        long begun = System.nanoTime();
        open(users, BEFORE + 1, PAGES);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Size> with = live(product);
        long bytes = total(with) - total(without);
        report.row(
                "open pages",
                "pages",
                PAGES,
                "heap_mb",
                total(with) / 1e6,
                "kb_each",
                bytes / 1000.0 / PAGES,
                "opened_per_second",
                PAGES / seconds);
        Map<String, Size> each = new HashMap<>();
        with.forEach((type, size) -> {
            Size before = without.getOrDefault(type, new Size(0, 0));
            each.put(type, new Size(size.count() - before.count(), size.bytes() - before.bytes()));
        });
        for (var type : each.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().bytes()))
                .limit(CLASSES)
                .toList()) {
            report.row(
                    type.getKey(),
                    "objects_each",
                    (double) type.getValue().count() / PAGES,
                    "bytes_each",
                    (double) type.getValue().bytes() / PAGES);
        }
    }

    private static void open(PageUsers users, int first, int count) throws IOException {
        for (int number = first; number < first + count; number++) {
            try (PageClient client = users.client(number)) {
                client.open("onboarding/api_keys").button("Next");
                // Whoever moves or types has the server forget the answer with the whole page, which it kept in case it
                // was lost.
                client.send();
            }
        }
    }

    private static long total(Map<String, Size> heap) {
        return heap.values().stream().mapToLong(Size::bytes).sum();
    }

    /** By class, after a full collection. */
    private static Map<String, Size> live(ServedProduct product) throws IOException, InterruptedException {
        String lines = product.jcmd("GC.class_histogram");
        Map<String, Size> sizes = new HashMap<>();
        lines.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sizes.merge(
                        matcher.group(3),
                        new Size(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))),
                        (one, other) -> new Size(one.count() + other.count(), one.bytes() + other.bytes()));
            }
        });
        if (sizes.isEmpty()) {
            throw new IllegalStateException(lines);
        }
        return sizes;
    }
}
