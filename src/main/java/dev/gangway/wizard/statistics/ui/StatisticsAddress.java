package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.gangway.wizard.statistics.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the statistics page shows, as its address says it; what an address says wrongly is passed over.
 *
 * @param wizard null: all of them
 */
record StatisticsAddress(@Nullable UUID wizard, Period period) {

    private static final int USUAL_DAYS = 30;

    /** Ten years; more is no chart any more. */
    private static final int MOST_DAYS = 3660;

    static StatisticsAddress of(QueryParameters parameters, LocalDate today) {
        LocalDate to = read(parameters, "to", LocalDate::parse)
                .filter(StatisticsAddress::isUsual)
                .orElse(today);
        LocalDate from = read(parameters, "from", LocalDate::parse)
                .filter(day -> isUsual(day) && !day.isAfter(to))
                .orElse(to.minusDays(USUAL_DAYS - 1L));
        return new StatisticsAddress(
                read(parameters, "wizard", UUID::fromString).orElse(null), bounded(new Period(from, to)));
    }

    /** The end of a period that is too long. */
    static Period bounded(Period period) {
        return period.days() > MOST_DAYS ? Period.upTo(period.to(), MOST_DAYS) : period;
    }

    QueryParameters parameters() {
        Map<String, List<String>> written = new LinkedHashMap<>();
        if (wizard != null) {
            written.put("wizard", List.of(wizard.toString()));
        }
        written.put("from", List.of(period.from().toString()));
        written.put("to", List.of(period.to().toString()));
        return new QueryParameters(written);
    }

    private static boolean isUsual(LocalDate day) {
        return day.getYear() >= 1970 && day.getYear() <= 9999;
    }

    private static <T> Optional<T> read(QueryParameters parameters, String name, Function<String, T> reading) {
        try {
            return parameters.getSingleParameter(name).map(reading);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
