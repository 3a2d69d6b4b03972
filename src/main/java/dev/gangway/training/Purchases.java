package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.internal.PurchaseReads;
import dev.gangway.training.internal.PurchaseReads.Held;
import dev.gangway.training.internal.SyncInAssignment;
import dev.gangway.training.internal.WaitlistQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What students bought, and changes to single lessons of it. */
@Service
@Transactional
public class Purchases {

    private final PurchaseReads reads;
    private final SyncInAssignment sync;
    private final WaitlistQueue waitlist;
    private final AuditTrail trail;
    private final Clock clock;

    Purchases(PurchaseReads reads, SyncInAssignment sync, WaitlistQueue waitlist, AuditTrail trail, Clock clock) {
        this.reads = reads;
        this.sync = sync;
        this.waitlist = waitlist;
        this.trail = trail;
        this.clock = clock;
    }

    /** The purchase, where the caller is an administrator or one of its students. */
    @Transactional(readOnly = true)
    public Optional<Purchase> find(Caller caller, UUID id) {
        return reads.find(id)
                .filter(found -> caller.is(Role.ADMIN) || found.students().contains(caller.userId()));
    }

    /**
     * The next purchases, the newest first, without their lessons.
     *
     * @param status null: whatever it is
     * @param before the last one of the page before; null: the first page
     */
    @Transactional(readOnly = true)
    public List<Purchase> page(@Nullable PurchaseStatus status, @Nullable UUID before, int limit) {
        return reads.page(status, before, limit);
    }

    /**
     * Changes a lesson, and in the same transaction what its students and trainer see of it.
     *
     * @param version the version that was read before; null: the newest
     */
    public LessonOutcome change(UserId admin, UUID lesson, LessonChange change, @Nullable Integer version) {
        Optional<Held> held = reads.hold(lesson);
        if (held.isEmpty()) {
            return new LessonOutcome.Unknown();
        }
        PurchaseSession before = held.get().lesson();
        if (version != null && version != before.version()) {
            return change.isIn(before) ? new LessonOutcome.Changed(before) : new LessonOutcome.Stale(before);
        }
        boolean isRevived = before.status() == PurchaseSessionStatus.CANCELLED
                && change.status() == PurchaseSessionStatus.SCHEDULED;
        if (isRevived && reads.isCalledOff(lesson)) {
            return new LessonOutcome.CalledOff();
        }
        Instant now = clock.instant();
        boolean changed = reads.change(
                lesson,
                Objects.requireNonNullElse(change.startsAt(), before.startsAt()),
                Objects.requireNonNullElse(change.durationMinutes(), before.durationMinutes()),
                Objects.requireNonNullElse(change.status(), before.status()),
                now);
        if (!changed) {
            return new LessonOutcome.Overlaps();
        }
        sync.sync(held.get().purchase(), admin, now);
        waitlist.stage();
        trail.record(AuditEvent.by(admin, "training.lesson_changed").with("lesson", lesson.toString()));
        return new LessonOutcome.Changed(reads.hold(lesson).orElseThrow().lesson());
    }
}
