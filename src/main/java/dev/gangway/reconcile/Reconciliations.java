package dev.gangway.reconcile;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.reconcile.internal.ApplyQueue;
import dev.gangway.reconcile.internal.ApplyStore;
import dev.gangway.reconcile.internal.ChangeStore;
import dev.gangway.reconcile.internal.Choice;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Makes copies agree with their source, in the background and one apply at a time for each copy, and brings the values
 * before back. Every apply, cancel and undo stands in the audit trail with who asked for it.
 */
@Service
public class Reconciliations {

    /** How many rows can be chosen one by one. */
    public static final int MOST_SELECTED = 10_000;

    private final List<Copy> copies;
    private final ApplyStore applies;
    private final ChangeStore changes;
    private final ApplyQueue queue;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Reconciliations(
            List<Copy> copies,
            ApplyStore applies,
            ChangeStore changes,
            ApplyQueue queue,
            AuditTrail trail,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.copies = copies;
        this.applies = applies;
        this.changes = changes;
        this.queue = queue;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every copy that a module keeps. */
    public List<Copy> copies() {
        return copies;
    }

    /** Has all rows of a copy that disagree in one of these ways made to agree. */
    public ApplyOutcome applyAll(Copy copy, Set<Kind> kinds, UserId actor) {
        return start(copy, Choice.of(kinds), "all", actor);
    }

    /**
     * Has chosen rows of a copy made to agree.
     *
     * @throws IllegalArgumentException for more than {@value #MOST_SELECTED}
     */
    public ApplyOutcome apply(Copy copy, List<String> rows, UserId actor) {
        if (rows.size() > MOST_SELECTED) {
            throw new IllegalArgumentException("At most " + MOST_SELECTED + " rows");
        }
        return rows.isEmpty() ? new ApplyOutcome.Nothing() : start(copy, Choice.of(rows), rows.size(), actor);
    }

    private ApplyOutcome start(Copy copy, Choice choice, Object rows, UserId actor) {
        UUID id = ids.next();
        return transactions.inOne(() -> {
            if (!applies.begin(id, copy.name(), choice, actor, clock.instant())) {
                return atWork(copy).<ApplyOutcome>map(ApplyOutcome.AtWork::new).orElseGet(ApplyOutcome.Nothing::new);
            }
            queue.stage(id);
            AuditEvent started = AuditEvent.by(actor, "reconcile.applied")
                    .with("apply", id.toString())
                    .with("copy", copy.name())
                    .with("rows", rows);
            trail.record(choice.rows() == null ? started.with("kinds", choice.names()) : started);
            return new ApplyOutcome.Started(applies.find(id).orElseThrow());
        });
    }

    /** Stops what is under way; what was done until then stays. */
    public void cancel(UUID apply, UserId actor) {
        transactions.inOne(() -> {
            boolean stopped = applies.cancel(apply, clock.instant());
            if (stopped) {
                trail.record(AuditEvent.by(actor, "reconcile.cancelled").with("apply", apply.toString()));
            }
            return stopped;
        });
    }

    /** Has the values before the last apply that changed something brought back, where rows did not change since. */
    public ApplyOutcome undo(Copy copy, UUID apply, UserId actor) {
        try {
            return transactions.inOne(() -> {
                if (!applies.beginUndo(apply, actor, clock.instant())) {
                    return new ApplyOutcome.Nothing();
                }
                queue.stage(apply);
                trail.record(AuditEvent.by(actor, "reconcile.undone")
                        .with("apply", apply.toString())
                        .with("copy", copy.name()));
                return new ApplyOutcome.Started(applies.find(apply).orElseThrow());
            });
        } catch (DuplicateKeyException anotherIsAtWork) {
            return atWork(copy).<ApplyOutcome>map(ApplyOutcome.AtWork::new).orElseGet(ApplyOutcome.Nothing::new);
        }
    }

    /** What is under way on a copy, on whichever replica. */
    public Optional<Apply> atWork(Copy copy) {
        return applies.atWork(copy.name());
    }

    /** An apply, as long as it is kept. */
    public Optional<Apply> find(UUID apply) {
        return applies.find(apply);
    }

    /**
     * The applies of a copy, newest first.
     *
     * @param before the last one of the page before; null: the first page
     */
    public List<Apply> applies(Copy copy, @Nullable UUID before, int limit) {
        return applies.page(copy.name(), before, limit);
    }

    /** The one that can be undone: the last that changed something, unless it was undone. */
    public Optional<UUID> undoable(Copy copy) {
        return applies.undoable(copy.name());
    }

    /** The rows that an undo left because they had changed since. */
    public List<String> kept(UUID apply, int limit) {
        return changes.kept(apply, limit);
    }
}
