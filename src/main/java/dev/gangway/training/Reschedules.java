package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.RescheduleOutcome.Done;
import dev.gangway.training.RescheduleOutcome.Refused;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.internal.LessonMoves;
import dev.gangway.training.internal.LessonNews;
import dev.gangway.training.internal.PurchaseReads;
import dev.gangway.training.internal.PurchaseReads.Held;
import dev.gangway.training.internal.RescheduleStore;
import dev.gangway.training.internal.RescheduleStore.Asked;
import dev.gangway.training.internal.TutoringStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests to have a lesson at another time. The trainer decides about what a student asks; what the trainer asks takes all students
 * of the lesson, and one of them can decline it. Administrators decide about all. What is approved moves the lesson of the purchase
 * and, in the same transaction, what everybody sees of it.
 */
@Service
@Transactional
public class Reschedules {

    private final RescheduleStore store;
    private final TutoringStore lessons;
    private final PurchaseReads reads;
    private final LessonMoves moves;
    private final LessonNews news;
    private final AuditTrail trail;
    private final Clock clock;

    Reschedules(
            RescheduleStore store,
            TutoringStore lessons,
            PurchaseReads reads,
            LessonMoves moves,
            LessonNews news,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.lessons = lessons;
        this.reads = reads;
        this.moves = moves;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The next requests of the caller and to the caller, administrators all; the newest first. Students see
     * nothing of what others in their lesson ask.
     *
     * @param status null: however they stand
     * @param before the last one of the page before; null: the first page
     */
    @Transactional(readOnly = true)
    public List<Reschedule> page(Caller caller, @Nullable RescheduleStatus status, @Nullable UUID before, int limit) {
        return store.page(caller.is(Role.ADMIN) ? null : caller.userId(), status, before, limit);
    }

    /** Asks for another time, as the trainer or a student of a lesson; at most one request about a lesson is open. */
    public RescheduleOutcome ask(Caller caller, UUID tutoringSession, Instant startsAt, String reason) {
        Optional<TutoringSession> seen = lessons.find(tutoringSession).filter(found -> found.isFor(caller));
        if (seen.isEmpty()) {
            return new RescheduleOutcome.Unknown();
        }
        UUID lesson = seen.get().purchaseSessionId();
        Optional<Held> held = reads.hold(lesson);
        // It may be somebody else's once the wait for it is over.
        Optional<TutoringSession> asked = lessons.find(tutoringSession).filter(found -> found.isFor(caller));
        if (held.isEmpty() || asked.isEmpty()) {
            return new RescheduleOutcome.Unknown();
        }
        Side side = caller.userId().equals(asked.get().trainerId()) ? Side.TRAINER : Side.STUDENT;
        if (!caller.userId().equals(asked.get().person(side))) {
            return new RescheduleOutcome.NotYours();
        }
        boolean isCalledOff = side == Side.STUDENT && asked.get().status() == TutoringStatus.CANCELLED;
        return isCalledOff
                ? new Refused(Message.of("training.reschedule.not_to_come"))
                : ask(caller, side, held.get(), startsAt, reason);
    }

    private RescheduleOutcome ask(Caller caller, Side side, Held held, Instant startsAt, String reason) {
        Instant now = clock.instant();
        UUID lesson = held.lesson().id();
        List<FieldProblem> problems =
                RescheduleRules.problems(startsAt, reason, held.lesson().startsAt(), now);
        if (!problems.isEmpty()) {
            return new RescheduleOutcome.Invalid(problems);
        }
        Optional<Message> obstacle = stateObstacle(lesson, now).or(() -> moves.obstacle(held, startsAt));
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        UUID id = store.ask(lesson, caller.userId(), side, held.lesson().startsAt(), startsAt, reason.strip(), now);
        news.tellAbout(held.purchase());
        return done(id);
    }

    /** Agrees; once everybody who has to has done so, the lesson is moved. */
    public RescheduleOutcome approve(Caller caller, UUID id) {
        return decide(caller, id, (asked, held, now) -> {
            Instant startsAt = asked.request().startsAt();
            Optional<Message> obstacle = moves.obstacle(held, startsAt);
            if (obstacle.isPresent()) {
                return new Refused(obstacle.get());
            }
            if (!hasEveryonesConsent(caller, asked, now)) {
                return done(id);
            }
            if (!moves.move(held, startsAt, caller.userId(), now)) {
                return new Refused(Message.of("training.reschedule.taken"));
            }
            trail.record(AuditEvent.by(caller.userId(), "training.lesson_moved")
                    .with("lesson", held.lesson().id().toString()));
            return settled(id, RescheduleStatus.APPROVED, caller.userId(), now);
        });
    }

    /** Declines; the lesson stays where it is. */
    public RescheduleOutcome decline(Caller caller, UUID id) {
        return decide(caller, id, (asked, held, now) -> {
            if (caller.is(Role.ADMIN)) {
                trail.record(AuditEvent.by(caller.userId(), "training.reschedule_declined")
                        .with("lesson", held.lesson().id().toString()));
            }
            return settled(id, RescheduleStatus.DECLINED, caller.userId(), now);
        });
    }

    /** Takes a request back, as whoever asked. */
    public RescheduleOutcome withdraw(Caller caller, UUID id) {
        return onOpen(
                caller,
                id,
                asked -> asked.request().askedBy().equals(caller.userId()),
                (asked, held, now) -> settled(id, RescheduleStatus.WITHDRAWN, caller.userId(), now));
    }

    private RescheduleOutcome decide(Caller caller, UUID id, Step step) {
        return onOpen(
                caller,
                id,
                asked -> asked.isOn(other(asked.request().askedAs()), caller.userId())
                        && !asked.request().askedBy().equals(caller.userId()),
                step);
    }

    /** What is done with a request that is open, its lesson held. */
    private interface Step {
        RescheduleOutcome take(Asked asked, Held held, Instant now);
    }

    /** Whose it is to do something. */
    private interface Right {
        boolean of(Asked asked);
    }

    private RescheduleOutcome onOpen(Caller caller, UUID id, Right right, Step step) {
        Optional<Asked> seen = store.find(id);
        Optional<RescheduleOutcome> refused = refusal(caller, seen, right);
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<Held> held = reads.hold(seen.orElseThrow().request().purchaseSessionId());
        // It may be somebody else's to decide once the wait is over.
        Optional<Asked> asked = store.find(id);
        Optional<RescheduleOutcome> refusedNow = refusal(caller, asked, right);
        if (held.isEmpty() || refusedNow.isPresent()) {
            return refusedNow.orElseGet(RescheduleOutcome.Unknown::new);
        }
        return onHeld(id, asked.orElseThrow(), held.get(), step);
    }

    private static Optional<RescheduleOutcome> refusal(Caller caller, Optional<Asked> asked, Right right) {
        if (asked.filter(found -> isInvolved(caller, found)).isEmpty()) {
            return Optional.of(new RescheduleOutcome.Unknown());
        }
        return caller.is(Role.ADMIN) || asked.filter(right::of).isPresent()
                ? Optional.empty()
                : Optional.of(new RescheduleOutcome.NotYours());
    }

    private RescheduleOutcome onHeld(UUID id, Asked asked, Held held, Step step) {
        Instant now = clock.instant();
        RescheduleStatus status = asked.request().status();
        if (status != RescheduleStatus.OPEN) {
            store.settle(id, RescheduleStatus.OUTDATED, null, now); // where nobody has settled it otherwise
            return new Refused(
                    Message.of("training.reschedule.state." + status.name().toLowerCase(Locale.ROOT)));
        }
        RescheduleOutcome outcome = step.take(asked, held, now);
        news.tellAbout(asked.purchase());
        return outcome;
    }

    private Optional<Message> stateObstacle(UUID lesson, Instant now) {
        if (!store.isToCome(lesson)) {
            return Optional.of(Message.of("training.reschedule.not_to_come"));
        }
        Optional<Reschedule> before = store.unsettled(lesson).map(Asked::request);
        if (before.filter(one -> one.status() == RescheduleStatus.OPEN).isPresent()) {
            return Optional.of(Message.of("training.reschedule.asked_already"));
        }
        before.ifPresent(overtaken -> store.settle(overtaken.id(), RescheduleStatus.OUTDATED, null, now));
        return Optional.empty();
    }

    /** Remembers what a student says to their trainer's request. */
    private boolean hasEveryonesConsent(Caller caller, Asked asked, Instant now) {
        if (asked.request().askedAs() == Side.STUDENT || !asked.students().contains(caller.userId())) {
            return true;
        }
        store.approve(asked.request().id(), caller.userId(), now);
        Set<UserId> missing = new HashSet<>(asked.students());
        missing.removeAll(asked.request().approvedBy());
        missing.remove(caller.userId());
        return missing.isEmpty();
    }

    private RescheduleOutcome settled(UUID id, RescheduleStatus status, UserId by, Instant now) {
        store.settle(id, status, by, now);
        return done(id);
    }

    private Done done(UUID id) {
        return new Done(store.find(id).orElseThrow().request());
    }

    private static boolean isInvolved(Caller caller, Asked asked) {
        return caller.is(Role.ADMIN)
                || asked.request().askedBy().equals(caller.userId())
                || asked.isOn(Side.TRAINER, caller.userId())
                || asked.isOn(Side.STUDENT, caller.userId());
    }

    private static Side other(Side side) {
        return side == Side.TRAINER ? Side.STUDENT : Side.TRAINER;
    }
}
