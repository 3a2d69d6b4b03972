package dev.gangway.training.internal;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Booking;
import dev.gangway.training.Candidate;
import dev.gangway.training.Choice;
import dev.gangway.training.Choice.Judged;
import dev.gangway.training.Slot;
import dev.gangway.training.Zone;
import dev.gangway.training.internal.FirstLessons.Added;
import dev.gangway.training.internal.FirstLessons.NewLessons;
import dev.gangway.training.internal.VerdictStore.NewVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who gives the lessons of a purchase, and writes it; each method is part of one transaction. */
@Component
public class Decisions {

    private final Candidates candidates;
    private final PurchaseStore purchases;
    private final TrainerStore trainers;
    private final VerdictStore verdicts;
    private final SyncInAssignment sync;
    private final AuditTrail trail;

    Decisions(
            Candidates candidates,
            PurchaseStore purchases,
            TrainerStore trainers,
            VerdictStore verdicts,
            SyncInAssignment sync,
            AuditTrail trail) {
        this.candidates = candidates;
        this.purchases = purchases;
        this.trainers = trainers;
        this.verdicts = verdicts;
        this.sync = sync;
        this.trail = trail;
    }

    /**
     * What was found out about the candidates.
     *
     * @param judged in the order of preference
     * @param best who should give the lessons
     */
    public record Found(Search search, List<Judged> judged, boolean isComplete, Optional<Candidate> best) {

        /** How this ends. */
        public AssignmentResult result() {
            return best.isPresent() ? AssignmentResult.ASSIGNED : AssignmentResult.WAITLISTED;
        }

        /** Who is chosen; null: nobody. */
        public @Nullable UserId chosen() {
            return best.map(Candidate::trainer).orElse(null);
        }
    }

    /** What is stored about a purchase. */
    public record Stored(UUID purchase, UUID verdict) {}

    /** Looks at the candidates without holding anything. */
    public Found find(Search search) {
        Candidates.Looked looked = candidates.look(search);
        List<Judged> judged = Choice.judge(looked.all(), search.wanted());
        return new Found(search, judged, looked.isComplete(), Choice.best(judged));
    }

    /** Stores that no zone covers the place; empty where the booking was stored at the same moment. */
    public Optional<Stored> notAvailable(Booking booking, UserId admin, Instant now) {
        return withoutTrainer(
                booking,
                null,
                verdicts.made(AssignmentResult.SERVICE_NOT_AVAILABLE, null, true, List.of(), now),
                admin,
                now);
    }

    private Optional<Stored> withoutTrainer(
            Booking booking, @Nullable Zone zone, NewVerdict verdict, UserId admin, Instant now) {
        Optional<UUID> purchase = purchases.insert(booking, zone, verdict, now);
        purchase.ifPresent(id -> trail.record(events(booking, id, verdict.result(), admin)));
        return purchase.map(id -> new Stored(id, verdict.id()));
    }

    /** @param admin null: the waitlist found a trainer */
    private static List<AuditEvent> events(
            Booking booking, UUID purchase, AssignmentResult result, @Nullable UserId admin) {
        AuditEvent assigned =
                admin == null ? AuditEvent.bySystem("training.assigned") : AuditEvent.by(admin, "training.assigned");
        return booking.students().stream()
                .map(student -> assigned.about(student.id())
                        .with("purchase", purchase.toString())
                        .with("result", result.name()))
                .toList();
    }

    /** What came of trying to store a decision. */
    public sealed interface Tried {
        /** Stored. */
        record Done(Stored stored) implements Tried {}

        /** Somebody else stored the same booking at the same moment. */
        record Known() implements Tried {}

        /** Another assignment took a slot of the chosen trainer; everything has to be taken back. */
        record Lost() implements Tried {}
    }

    /** Stores a new purchase with what was found. */
    public Tried store(Booking booking, Zone zone, List<Slot> slots, Found found, UserId admin, Instant now) {
        NewVerdict verdict = verdict(found, now);
        if (found.best().isEmpty()) {
            return withoutTrainer(booking, zone, verdict, admin, now)
                    .<Tried>map(Tried.Done::new)
                    .orElseGet(Tried.Known::new);
        }
        UUID purchase = purchases.newId();
        List<AuditEvent> events = events(booking, purchase, found.result(), admin);
        NewLessons lessons = new NewLessons(purchase, booking, found.best().get(), slots, admin, events, now);
        Tried done = new Tried.Done(new Stored(purchase, verdict.id()));
        return switch (sync.addLessons(purchases.inserting(purchase, booking, zone, verdict, now), lessons)) {
            case Added.Done stored -> done;
            case Added.Known known -> new Tried.Known();
            case Added.Overlap overlap -> new Tried.Lost();
            case Added.Changed changed ->
                stillFit(found)
                        .map(lessons::by)
                        .map(sync::addLessons)
                        .filter(Decisions::isDone)
                        .map(added -> done)
                        .orElseGet(Tried.Lost::new);
        };
    }

    /** Stores what was found for a purchase that waited and is held; only where it found someone. */
    public Tried storeWaiting(
            UUID purchase, PurchaseStore.Waiting waiting, List<Slot> slots, Found found, Instant now) {
        UserId trainer = found.best().orElseThrow().trainer();
        Optional<Candidate> fit = trainers.lock(trainer) ? stillFit(found) : Optional.empty();
        if (fit.isEmpty()) {
            return new Tried.Lost();
        }
        List<AuditEvent> events = events(waiting.booking(), purchase, found.result(), null);
        purchases.giveTo(purchase, trainer, now);
        if (waiting.hasLessons()) {
            purchases.assigned(trainer, now);
            sync.sync(purchase, null, now);
            trail.record(events);
        } else if (!isDone(
                sync.addLessons(new NewLessons(purchase, waiting.booking(), fit.get(), slots, null, events, now)))) {
            return new Tried.Lost();
        }
        NewVerdict verdict = verdict(found, now);
        verdicts.add(purchase, verdict);
        return new Tried.Done(new Stored(purchase, verdict.id()));
    }

    private static boolean isDone(Added added) {
        return added instanceof Added.Done;
    }

    private NewVerdict verdict(Found found, Instant now) {
        return verdicts.made(found.result(), found.chosen(), found.isComplete(), found.judged(), now);
    }

    /** Looks again at the trainer whose calendar is held now: one at most in a transaction, so that nobody waits in a circle. */
    private Optional<Candidate> stillFit(Found found) {
        Search search = found.search();
        return candidates
                .again(search, found.best().orElseThrow().trainer())
                .filter(again -> again.unfit(search.wanted()) == null);
    }
}
