package dev.gangway.bench.faults;

import java.util.List;

/**
 * One fault and what was found after it.
 *
 * @param fault its name
 * @param answered requests that were answered well since the fault before
 * @param unanswered requests that were under way and had no answer, or one of 503
 * @param happened those of them, of people who waited for the comparison, that are stored
 * @param wrong what is not stored as it was answered, in words; empty where all is
 * @param backMillis from the fault until the product is ready again
 */
public record Struck(
        String fault, long answered, long unanswered, long happened, List<String> wrong, long backMillis) {}
