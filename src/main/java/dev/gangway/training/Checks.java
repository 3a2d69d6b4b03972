package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.OneLine;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads fields as they were sent or typed and collects everything that is wrong at once; what it answers counts only where nothing is. */
public final class Checks {

    private static final int LONGEST = 255;
    /** Stands for a coordinate that is missing while the other one is checked. */
    private static final double ANY_DEGREE = 1;

    private final List<FieldProblem> problems = new ArrayList<>();

    /** What was found wrong until now. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /** Remembers that something is wrong. */
    public void wrong(String field, String key, Object... values) {
        problems.add(FieldProblem.of(field, key, values));
    }

    /** Words of at most 255 characters. */
    public String text(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            wrong(field, "problem.field.required");
            return "";
        }
        if (sent.length() > LONGEST || !OneLine.isOne(sent)) {
            wrong(field, "training.text", LONGEST);
        }
        return sent.strip();
    }

    /** Yes or no. */
    public boolean flag(String field, @Nullable Boolean sent) {
        if (sent == null) {
            wrong(field, "problem.field.required");
        }
        return Boolean.TRUE.equals(sent);
    }

    /** A number above one and at most another. */
    public double number(String field, @Nullable Double sent, double above, double most) {
        if (sent == null) {
            wrong(field, "problem.field.required");
            return most;
        }
        if (!(sent > above && sent <= most)) {
            wrong(field, "training.number", above, most);
        }
        return sent;
    }

    /** A whole number within bounds. */
    public int whole(String field, @Nullable Integer sent, int least, int most) {
        if (sent == null) {
            wrong(field, "problem.field.required");
            return least;
        }
        if (sent < least || sent > most) {
            wrong(field, "training.whole", least, most);
        }
        return sent;
    }

    /** A place on Earth. */
    public @Nullable Place place(String field, @Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null) {
            wrong(field + ".latitude", "problem.field.required");
        }
        if (longitude == null) {
            wrong(field + ".longitude", "problem.field.required");
        }
        if (!Place.exists(
                Objects.requireNonNullElse(latitude, ANY_DEGREE), Objects.requireNonNullElse(longitude, ANY_DEGREE))) {
            wrong(field, "training.place");
            return null;
        }
        return latitude == null || longitude == null ? null : new Place(latitude, longitude);
    }

    /** A region such as {@code Europe/Madrid}, or UTC: a mere offset knows no daylight-saving time. */
    public ZoneId timeZone(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            wrong(field, "problem.field.required");
            return ZoneOffset.UTC;
        }
        try {
            ZoneId zone = ZoneId.of(sent);
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            // Said below, as of an offset.
        }
        wrong(field, "training.time_zone");
        return ZoneOffset.UTC;
    }
}
