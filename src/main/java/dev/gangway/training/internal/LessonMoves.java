package dev.gangway.training.internal;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import dev.gangway.training.Slot;
import dev.gangway.training.Trainer;
import dev.gangway.training.WorkingHours;
import dev.gangway.training.internal.PurchaseReads.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a lesson that is held to a time at which its trainer can give it, and what its people see of it too. */
@Component
public class LessonMoves {

    private final PurchaseReads reads;
    private final TrainerStore trainers;
    private final SyncInAssignment sync;
    private final WaitlistQueue waitlist;

    LessonMoves(PurchaseReads reads, TrainerStore trainers, SyncInAssignment sync, WaitlistQueue waitlist) {
        this.reads = reads;
        this.trainers = trainers;
        this.sync = sync;
        this.waitlist = waitlist;
    }

    /** What speaks against having a lesson at a time; empty: nothing, as long as its trainer's calendar is held. */
    public Optional<Message> obstacle(Held held, Instant startsAt) {
        PurchaseSession lesson = held.lesson();
        @Nullable UserId trainer = lesson.trainerId();
        Slot slot =
                new Slot(lesson.sessionNumber(), startsAt, Duration.ofMinutes(lesson.durationMinutes()), lesson.type());
        return Optional.ofNullable(trainer)
                .flatMap(trainers::find)
                .map(found -> found.value())
                .filter(found -> !found.hours().hold(slot, found.timeZone()))
                .map(LessonMoves::outsideHours)
                .or(() -> reads.isFree(lesson.id(), slot.startsAt(), slot.endsAt())
                        ? Optional.empty()
                        : Optional.of(Message.of("training.reschedule.taken")));
    }

    private static Message outsideHours(Trainer trainer) {
        return Message.of(
                "training.reschedule.hours",
                WorkingHours.time(trainer.hours().fromMinute()),
                WorkingHours.time(trainer.hours().toMinute()),
                trainer.timeZone().getId());
    }

    /** Moves the lesson, against which nothing speaks, and stages another try for those who wait for the time it had. */
    public boolean move(Held held, Instant startsAt, UserId mover, Instant now) {
        PurchaseSession lesson = held.lesson();
        boolean moved =
                reads.change(lesson.id(), startsAt, lesson.durationMinutes(), PurchaseSessionStatus.SCHEDULED, now);
        if (moved) {
            sync.sync(held.purchase(), mover, now);
            waitlist.stage();
        }
        return moved;
    }
}
