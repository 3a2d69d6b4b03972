package dev.gangway.wizard.ui;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long wizard sessions took, as people say it. */
public record TimeTaken(Words words) {

    /** In the two largest units: 2 d 4 h, 7 min 3 s; a dash where there is none. */
    public String of(@Nullable Long seconds) {
        if (seconds == null) {
            return "–";
        }
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() > 0) {
            return words.of("overview.time.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return words.of("overview.time.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? words.of("overview.time.minutes", time.toMinutes(), time.toSecondsPart())
                : words.of("overview.time.seconds", time.toSeconds());
    }
}
