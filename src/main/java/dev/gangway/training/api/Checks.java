package dev.gangway.training.api;

import dev.gangway.base.FieldProblem;
import dev.gangway.training.Place;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body and collects everything that is wrong at once; what it answers counts only where nothing is. */
final class Checks {

    private static final int LONGEST = 255;

    private final List<FieldProblem> problems = new ArrayList<>();

    List<FieldProblem> problems() {
        return problems;
    }

    void wrong(String field, String key, Object... values) {
        problems.add(FieldProblem.of(field, key, values));
    }

    String text(String field, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            wrong(field, "problem.field.required");
            return "";
        }
        if (sent.length() > LONGEST || sent.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "training.text", LONGEST);
        }
        return sent.strip();
    }

    boolean flag(String field, @Nullable Boolean sent) {
        if (sent == null) {
            wrong(field, "problem.field.required");
        }
        return Boolean.TRUE.equals(sent);
    }

    double number(String field, @Nullable Double sent, double above, double most) {
        if (sent == null) {
            wrong(field, "problem.field.required");
            return most;
        }
        if (!(sent > above && sent <= most)) {
            wrong(field, "training.number", above, most);
        }
        return sent;
    }

    int whole(String field, @Nullable Integer sent, int least, int most) {
        if (sent == null) {
            wrong(field, "problem.field.required");
            return least;
        }
        if (sent < least || sent > most) {
            wrong(field, "training.whole", least, most);
        }
        return sent;
    }

    @Nullable Place place(String field, @Nullable PlaceBody sent) {
        Double latitude = sent == null ? null : sent.latitude();
        Double longitude = sent == null ? null : sent.longitude();
        if (latitude == null || longitude == null) {
            wrong(field, "problem.field.required");
            return null;
        }
        if (!Place.exists(latitude, longitude)) {
            wrong(field, "training.place");
            return null;
        }
        return new Place(latitude, longitude);
    }

    /** A region such as {@code Europe/Madrid}, or UTC: a mere offset knows no daylight-saving time. */
    ZoneId timeZone(String field, @Nullable String sent) {
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
