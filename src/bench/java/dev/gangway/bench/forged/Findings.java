package dev.gangway.bench.forged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong, each kind counted, with its first example. */
final class Findings {

    private static final int LONGEST_EXAMPLE = 2_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();

    synchronized void add(String what, String example) {
        counts.merge(what, 1, Integer::sum);
        examples.putIfAbsent(what, example.substring(0, Math.min(LONGEST_EXAMPLE, example.length())));
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }

    /** One line a kind. */
    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, count) -> lines.add(count + " × " + what + ": " + examples.get(what)));
        return lines;
    }
}
