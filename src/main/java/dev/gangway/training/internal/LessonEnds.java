package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.TutoringSession;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives back a trainer's time once a lesson is called off for all its students. */
@Component
public class LessonEnds {

    private final TutoringStore store;
    private final TrainerStore trainers;
    private final WaitlistQueue waitlist;
    private final Clock clock;

    LessonEnds(TutoringStore store, TrainerStore trainers, WaitlistQueue waitlist, Clock clock) {
        this.store = store;
        this.trainers = trainers;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    /** Frees the time of a lesson that is held, where nobody has it any more. */
    public void free(TutoringSession lesson) {
        @Nullable UserId trainer = lesson.trainerId();
        if (trainer != null) {
            trainers.lock(trainer);
        }
        if (store.cancelSourceWithoutCopies(lesson.purchaseSessionId(), clock.instant())) {
            waitlist.stage();
        }
    }
}
