package dev.gangway.wizard.ui.player;

import dev.gangway.wizard.ui.Words;
import java.time.Duration;

/** Says how long something took, in the two largest units that matter. */
final class Durations {

    private Durations() {}

    static String words(long seconds, Words words) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() > 0) {
            return words.of("duration.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return words.of("duration.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? words.of("duration.minutes", time.toMinutes(), time.toSecondsPart())
                : words.of("duration.seconds", seconds);
    }
}
