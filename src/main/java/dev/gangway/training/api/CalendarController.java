package dev.gangway.training.api;

import dev.gangway.base.problem.Problems;
import dev.gangway.training.CalendarFeeds;
import dev.gangway.training.OpenedCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Hands a person's lessons to their calendar, which knows nothing but the secret address. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType(CalendarFile.MEDIA_TYPE);
    private static final long UNKNOWN = -1;

    private final CalendarFeeds feeds;
    private final CalendarFile file;
    private final Problems problems;
    private final Clock clock;

    CalendarController(CalendarFeeds feeds, CalendarFile file, Problems problems, Clock clock) {
        this.feeds = feeds;
        this.file = file;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<?> calendar(@PathVariable String token, ServletWebRequest request) {
        Optional<OpenedCalendar> opened = feeds.open(token);
        if (opened.isEmpty()) {
            return problems.notFound();
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex");
        if (request.checkNotModified("\"" + opened.get().version() + "\"", lastModified(opened.get()))) {
            return ResponseEntity.status(304)
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .build();
        }
        return answer.contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"gangway.ics\"")
                .body(file.of(opened.get()));
    }

    /** The time goes out in whole seconds; during such a second nobody can tell what came before a change from what came after. */
    private long lastModified(OpenedCalendar opened) {
        Instant second = opened.changedAt().truncatedTo(ChronoUnit.SECONDS);
        return Duration.between(second, clock.instant()).toSeconds() >= 1 ? second.toEpochMilli() : UNKNOWN;
    }
}
