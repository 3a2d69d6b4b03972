package dev.gangway.training.api;

import dev.gangway.training.Place;
import org.jspecify.annotations.Nullable;

/** A place as it is sent and answered. */
@CamelCase
record PlaceBody(@Nullable Double latitude, @Nullable Double longitude) {

    static @Nullable PlaceBody of(@Nullable Place place) {
        return place == null ? null : new PlaceBody(place.latitude(), place.longitude());
    }
}
