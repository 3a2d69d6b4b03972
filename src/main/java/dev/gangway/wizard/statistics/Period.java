package dev.gangway.wizard.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in UTC, one after the other; figures of a period are about the wizard sessions that were started in it.
 *
 * @param from the first day
 * @param to the last day, the same or a later one
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(to, from));
        }
    }

    /** So many days up to one, 1 for that day alone. */
    public static Period upTo(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
