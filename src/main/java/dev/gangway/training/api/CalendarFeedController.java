package dev.gangway.training.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.CalendarFeed;
import dev.gangway.training.CalendarFeeds;
import dev.gangway.training.NewCalendarFeed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The caller's own calendar address: made, looked after and revoked. */
@RestController
@RequestMapping("/api/v1/booking/calendar-feed")
@PreAuthorize("hasAnyRole('USER', 'TRAINER')")
@Tag(name = "Training")
class CalendarFeedController {

    private final CalendarFeeds feeds;
    private final CurrentCaller caller;
    private final Problems problems;

    CalendarFeedController(CalendarFeeds feeds, CurrentCaller caller, Problems problems) {
        this.feeds = feeds;
        this.caller = caller;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "The calendar feed")
    ResponseEntity<?> find() {
        Optional<CalendarFeed> feed = feeds.find(caller.get().userId());
        return feed.isPresent()
                ? ResponseEntity.ok(
                        new Answer(feed.get().createdAt(), feed.get().lastFetchedAt()))
                : problems.notFound();
    }

    /** Never kept for a repeated request, as the address would be: {@code no-store} says so. */
    @PostMapping
    @Operation(summary = "Make a calendar feed")
    ResponseEntity<?> create(Locale language) {
        if (!feeds.areOn()) {
            return problems.wrongState(Message.of("calendar.off"));
        }
        NewCalendarFeed made = feeds.create(caller.get().userId(), language);
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(made.path())
                .toUriString();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new NewAnswer(address, made.createdAt()));
    }

    @DeleteMapping
    @Operation(summary = "Revoke the calendar feed")
    ResponseEntity<?> revoke() {
        return feeds.revoke(caller.get().userId()) ? ResponseEntity.noContent().build() : problems.notFound();
    }

    /** A feed without its address, which nobody knows any more. */
    @CamelCase
    record Answer(Instant createdAt, @Nullable Instant lastFetchedAt) {}

    /** A feed that was just made, with its address. */
    @CamelCase
    record NewAnswer(String address, Instant createdAt) {}
}
