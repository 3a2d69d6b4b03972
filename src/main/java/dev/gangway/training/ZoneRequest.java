package dev.gangway.training;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A zone as it was sent or typed, with whatever is wrong about it. */
public record ZoneRequest(
        String id,
        @Nullable String name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double radiusKm,
        @Nullable String timeZone,
        @Nullable Boolean active) {

    /** Half of the way around the Earth reaches everywhere. */
    private static final double FARTHEST = 20_100;

    /** The zone; counts only where the checks found nothing wrong, and null where its centre is no place. */
    public @Nullable Zone read(Checks checks) {
        String cleanId = checks.text("id", id);
        String cleanName = checks.text("name", name);
        Place place = checks.place("centre", latitude, longitude);
        double radius = checks.number("radiusKm", radiusKm, 0, FARTHEST);
        ZoneId zone = checks.timeZone("timeZone", timeZone);
        boolean isActive = checks.flag("active", active);
        return place == null ? null : new Zone(cleanId, cleanName, place, radius, zone, isActive);
    }
}
