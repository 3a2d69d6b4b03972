package dev.gangway.bench.faults;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One wizard session as it must be stored.
 *
 * @param version how many changes it has had
 * @param status its word in the table
 * @param answers the deed that wrote each answered step last
 * @param drafts the deed that wrote each step's draft last, where one is kept
 */
record Walk(long version, String status, Map<String, Long> answers, Map<String, Long> drafts) {

    static final Walk BEGUN = new Walk(0, "in_progress", Map.of(), Map.of());

    Walk answered(String step, long deed) {
        return new Walk(version + 1, status, with(answers, step, deed), without(drafts, step));
    }

    Walk drafted(String step, long deed) {
        return new Walk(version, status, answers, with(drafts, step, deed));
    }

    Walk finished() {
        return new Walk(version + 1, "completed", answers, drafts);
    }

    boolean isOver() {
        return status.equals("completed");
    }

    /** Where its owner goes on. */
    String currentStep(List<String> steps) {
        return isOver()
                ? steps.getLast()
                : steps.stream()
                        .filter(step -> !answers.containsKey(step))
                        .findFirst()
                        .orElseGet(steps::getLast);
    }

    /** As the product counts it. */
    BigDecimal progress(List<String> steps) {
        int counted = Math.min(answers.size(), steps.size() - 1);
        return isOver()
                ? new BigDecimal("100.00")
                : BigDecimal.valueOf(100L * counted).divide(BigDecimal.valueOf(steps.size()), 2, RoundingMode.HALF_UP);
    }

    private static Map<String, Long> with(Map<String, Long> before, String step, long deed) {
        Map<String, Long> after = new TreeMap<>(before);
        after.put(step, deed);
        return Map.copyOf(after);
    }

    private static Map<String, Long> without(Map<String, Long> before, String step) {
        Map<String, Long> after = new TreeMap<>(before);
        after.remove(step);
        return Map.copyOf(after);
    }
}
