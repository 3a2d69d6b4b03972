package dev.gangway.training.api;

import dev.gangway.training.Place;
import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A zone as it is sent. */
@CamelCase
record ZoneBody(
        @Nullable String name,
        @Nullable PlaceBody centre,
        @Nullable Double radiusKm,
        @Nullable String timeZone,
        @Nullable Boolean active,
        @Nullable Integer version) {

    /** Half of the way around the Earth reaches everywhere. */
    private static final double FARTHEST = 20_100;

    /** The zone; null where something is wrong. */
    @Nullable Zone read(String id, Checks checks) {
        String cleanId = checks.text("id", id);
        String cleanName = checks.text("name", name);
        Place place = checks.place("centre", centre);
        double radius = checks.number("radiusKm", radiusKm, 0, FARTHEST);
        ZoneId zone = checks.timeZone("timeZone", timeZone);
        boolean isActive = checks.flag("active", active);
        return place == null ? null : new Zone(cleanId, cleanName, place, radius, zone, isActive);
    }

    /** A zone as it is answered. */
    @CamelCase
    record Answer(
            String id,
            String name,
            @Nullable PlaceBody centre,
            double radiusKm,
            String timeZone,
            boolean active,
            int version) {

        static Answer of(Versioned<Zone> zone) {
            return new Answer(
                    zone.value().id(),
                    zone.value().name(),
                    PlaceBody.of(zone.value().centre()),
                    zone.value().radiusKm(),
                    zone.value().timeZone().getId(),
                    zone.value().active(),
                    zone.version());
        }
    }
}
