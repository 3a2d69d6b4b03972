package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.internal.LessonEnds;
import dev.gangway.training.internal.LessonNews;
import dev.gangway.training.internal.TutoringStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lessons as trainers and students see them, and what each side may do with theirs. */
@Service
@Transactional
public class TutoringSessions {

    private final TutoringStore store;
    private final LessonEnds ends;
    private final LessonNews news;
    private final AuditTrail trail;
    private final Clock clock;

    TutoringSessions(TutoringStore store, LessonEnds ends, LessonNews news, AuditTrail trail, Clock clock) {
        this.store = store;
        this.ends = ends;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The next lessons in the order of time that the caller may see: administrators all, others those that they give or get.
     *
     * @param after where the page before ended; null: the first page
     */
    @Transactional(readOnly = true)
    public List<TutoringSession> page(
            Caller caller, TutoringFilter filter, TutoringFilter.@Nullable Position after, int limit) {
        TutoringFilter allowed = caller.is(Role.ADMIN)
                ? filter
                : new TutoringFilter(filter.purchase(), filter.trainer(), filter.student(), caller.userId());
        return store.page(allowed, after, limit);
    }

    /** Does something with a lesson; calling it off for the last of its students frees the trainer's time for others. */
    public TutoringOutcome act(Caller caller, UUID lesson, TutoringAction action) {
        return act(caller, lesson, action, null);
    }

    /**
     * Disputes a lesson.
     *
     * @param reason what was not as it should have been, not blank, at most 1,000 characters
     */
    public TutoringOutcome dispute(Caller caller, UUID lesson, String reason) {
        return act(caller, lesson, TutoringAction.DISPUTE, reason);
    }

    /** Notes that somebody was not there, which is known once the lesson should have begun. */
    public TutoringOutcome absent(Caller caller, UUID lesson, Side absent) {
        return onHeld(
                caller,
                lesson,
                seen -> Absence.of(absent, caller, seen).isPresent(),
                held -> absent(
                        caller, held, absent, Absence.of(absent, caller, held).orElseThrow()));
    }

    private TutoringOutcome absent(Caller caller, TutoringSession held, Side absent, Absence noted) {
        Instant now = clock.instant();
        if (!noted.fits(held.status())) {
            return new TutoringOutcome.WrongState(held.status());
        }
        if (held.startsAt().isAfter(now)) {
            return new TutoringOutcome.TooEarly(held.startsAt());
        }
        store.absent(held.id(), absent, noted.leadsTo(), caller.userId(), now);
        return done(caller, held, noted.leadsTo());
    }

    private TutoringOutcome act(Caller caller, UUID lesson, TutoringAction action, @Nullable String reason) {
        return onHeld(caller, lesson, seen -> seen.isFor(caller, action.side()), held -> {
            if (!action.fits(held.status())) {
                return new TutoringOutcome.WrongState(held.status());
            }
            store.move(lesson, action.leadsTo(), clock.instant());
            if (reason != null) {
                store.disputed(lesson, reason);
            }
            return done(caller, held, action.leadsTo());
        });
    }

    /** Does something with a lesson of the caller's that is held, where it is for them to do. */
    private TutoringOutcome onHeld(
            Caller caller,
            UUID lesson,
            Predicate<TutoringSession> isTheirs,
            Function<TutoringSession, TutoringOutcome> step) {
        Optional<TutoringOutcome> refused = refusal(caller, store.find(lesson), isTheirs);
        if (refused.isPresent()) {
            return refused.get();
        }
        // It may be somebody else's once the wait for it is over.
        Optional<TutoringSession> held = store.hold(lesson);
        return refusal(caller, held, isTheirs).orElseGet(() -> step.apply(held.orElseThrow()));
    }

    private static Optional<TutoringOutcome> refusal(
            Caller caller, Optional<TutoringSession> lesson, Predicate<TutoringSession> isTheirs) {
        if (lesson.filter(found -> found.isFor(caller)).isEmpty()) {
            return Optional.of(new TutoringOutcome.Unknown());
        }
        return lesson.filter(isTheirs).isPresent() ? Optional.empty() : Optional.of(new TutoringOutcome.NotYours());
    }

    private TutoringOutcome done(Caller caller, TutoringSession lesson, TutoringStatus status) {
        if (caller.is(Role.ADMIN)) {
            trail.record(AuditEvent.by(caller.userId(), "training.lesson_changed")
                    .about(lesson.studentId())
                    .with("lesson", lesson.purchaseSessionId().toString())
                    .with("status", status.name().toLowerCase(Locale.ROOT)));
        }
        if (status == TutoringStatus.CANCELLED) {
            ends.free(lesson);
        }
        news.tell(lesson);
        return new TutoringOutcome.Done(store.find(lesson.id()).orElseThrow());
    }
}
