package dev.gangway.training.api;

import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import dev.gangway.training.ZoneRequest;
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

    ZoneRequest request(String id) {
        return new ZoneRequest(
                id,
                name,
                centre == null ? null : centre.latitude(),
                centre == null ? null : centre.longitude(),
                radiusKm,
                timeZone,
                active);
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
