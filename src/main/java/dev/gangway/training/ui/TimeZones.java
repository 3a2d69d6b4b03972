package dev.gangway.training.ui;

import java.time.ZoneId;
import java.util.List;

/** The time zones to choose from. */
final class TimeZones {

    private TimeZones() {}

    /** Regions such as Europe/Madrid, and UTC; old names without a region are left out. */
    static List<String> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")))
                .sorted()
                .toList();
    }

    /** The one to begin with where somebody is; UTC where nobody knows where they are. */
    static String near(ZoneId zone) {
        return zone.getId().contains("/") ? zone.getId() : "UTC";
    }
}
