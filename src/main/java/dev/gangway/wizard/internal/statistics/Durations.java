package dev.gangway.wizard.internal.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * How long wizard sessions took, counted in classes as {@code wizard_duration_class} makes them. Tells in which class the
 * durations are that a percentile lies between; looked up there, the percentile is exact.
 */
final class Durations {

    private static final long TOP = 100_000_000;

    private final NavigableMap<Long, Long> classes = new TreeMap<>();

    void add(long lowest, long amount) {
        classes.merge(lowest, amount, Long::sum);
    }

    long count() {
        return classes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A duration by its number in order.
     *
     * @param lowest the least seconds of its class
     * @param below more than the most
     * @param offset how many of the class come before it
     */
    record Place(long lowest, long below, long offset) {}

    /** The places of the two durations, or the one, that a percentile lies between; none where there are no durations. */
    List<Place> around(int tenths) {
        long count = count();
        if (count == 0) {
            return List.of();
        }
        long position = tenths * (count - 1);
        long first = position / 10;
        return LongStream.rangeClosed(first, position % 10 == 0 ? first : first + 1)
                .mapToObj(this::place)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The percentile, given the durations at its places. */
    BigDecimal between(int tenths, List<Long> seconds) {
        long first = seconds.getFirst();
        long part = tenths * (count() - 1) % 10;
        BigDecimal exact = BigDecimal.valueOf(first * 10 + (seconds.getLast() - first) * part, 1);
        return exact.signum() == 0 || exact.remainder(BigDecimal.ONE).signum() == 0 ? exact.setScale(0) : exact;
    }

    private Optional<Place> place(long number) {
        long before = 0;
        for (Map.Entry<Long, Long> each : classes.entrySet()) {
            if (number < before + each.getValue()) {
                return Optional.of(new Place(each.getKey(), below(each.getKey()), number - before));
            }
            before += each.getValue();
        }
        return Optional.empty();
    }

    private static long below(long lowest) {
        if (lowest >= TOP) {
            return Long.MAX_VALUE;
        }
        long width = 1;
        while (lowest / width >= 100) {
            width *= 10;
        }
        long leading = lowest / width;
        return lowest + width * (leading < 20 ? 1 : leading < 50 ? 2 : 5);
    }
}
