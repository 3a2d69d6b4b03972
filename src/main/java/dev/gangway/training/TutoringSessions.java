package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.internal.TrainerStore;
import dev.gangway.training.internal.TutoringStore;
import dev.gangway.training.internal.WaitlistQueue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lessons as trainers and students see them, and what each side may do with theirs. */
@Service
@Transactional
public class TutoringSessions {

    private final TutoringStore store;
    private final TrainerStore trainers;
    private final WaitlistQueue waitlist;
    private final Clock clock;

    TutoringSessions(TutoringStore store, TrainerStore trainers, WaitlistQueue waitlist, Clock clock) {
        this.store = store;
        this.trainers = trainers;
        this.waitlist = waitlist;
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
        Optional<TutoringSession> seen = store.find(lesson).filter(found -> isInvolved(caller, found));
        if (seen.isEmpty()) {
            return new TutoringOutcome.Unknown();
        }
        if (!caller.is(Role.ADMIN) && !caller.userId().equals(side(seen.get(), action))) {
            return new TutoringOutcome.NotYours();
        }
        Optional<TutoringSession> held = store.hold(lesson);
        if (held.isEmpty()) {
            return new TutoringOutcome.Unknown();
        }
        if (!action.fits(held.get().status())) {
            return new TutoringOutcome.WrongState(held.get().status());
        }
        store.move(lesson, action.leadsTo(), clock.instant());
        if (action == TutoringAction.CANCEL) {
            free(held.get());
        }
        return new TutoringOutcome.Done(store.find(lesson).orElseThrow());
    }

    private void free(TutoringSession lesson) {
        @Nullable UserId trainer = lesson.trainerId();
        if (trainer != null) {
            trainers.lock(trainer);
        }
        if (store.cancelSourceWithoutCopies(lesson.purchaseSessionId(), clock.instant())) {
            waitlist.stage();
        }
    }

    private static boolean isInvolved(Caller caller, TutoringSession lesson) {
        return caller.is(Role.ADMIN)
                || caller.userId().equals(lesson.studentId())
                || caller.userId().equals(lesson.trainerId());
    }

    private static @Nullable UserId side(TutoringSession lesson, TutoringAction action) {
        return action.side() == TutoringAction.Side.TRAINER ? lesson.trainerId() : lesson.studentId();
    }
}
