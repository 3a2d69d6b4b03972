package dev.gangway.wizard.internal.statistics;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Median and 90th percentile of durations, in seconds; null where there are none. */
public record Percentiles(
        @Nullable BigDecimal median, @Nullable BigDecimal p90) {}
