package dev.gangway.onboarding.imports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads times of day and date as the predecessor wrote them: ISO 8601, without a zone meaning UTC. */
final class Times {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /**
     * The time, in microseconds as the database keeps it, or null where there is none.
     *
     * @throws BadFile when it is no time, before the year 2000 or in the future
     */
    @Nullable Instant read(String field, @Nullable JsonNode value) throws BadFile {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadFile(field + " is not a time");
        }
        Instant time = parse(field, value.stringValue().strip().replace(' ', 'T'));
        if (time.isAfter(clock.instant())) {
            throw new BadFile(field + " lies in the future (a time without a zone means UTC)");
        }
        if (time.isBefore(EARLIEST)) {
            throw new BadFile(field + " lies before the year 2000");
        }
        return time;
    }

    private static Instant parse(String field, String text) throws BadFile {
        try {
            boolean zoned = text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)");
            Instant time = zoned
                    ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new BadFile(field + " is not a time");
        }
    }
}
