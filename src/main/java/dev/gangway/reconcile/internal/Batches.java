package dev.gangway.reconcile.internal;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.reconcile.Apply;
import dev.gangway.reconcile.Apply.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Works applies and their undoing off, batch by batch. A batch is one transaction: rows, what was changed about them and how
 * far the apply is are committed together, so that whoever goes on after a crash does nothing twice and leaves nothing out.
 */
@Component
public class Batches {

    private static final int SIZE = 1000;

    private final List<Copy> copies;
    private final ApplyStore applies;
    private final ChangeStore changes;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    Batches(
            List<Copy> copies,
            ApplyStore applies,
            ChangeStore changes,
            AuditTrail trail,
            Transactions transactions,
            MeterRegistry meters,
            Clock clock) {
        this.copies = copies;
        this.applies = applies;
        this.changes = changes;
        this.trail = trail;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
    }

    /** Works off the next batch; answers whether there may be more to do. */
    public boolean next(UUID apply) {
        return transactions.inOne(() -> applies.lock(apply).map(this::batch).orElse(false));
    }

    /** Ends what cannot be worked off. */
    public void giveUp(UUID apply) {
        transactions.inOne(() -> finish(apply, State.FAILED));
    }

    private boolean finish(UUID id, State state) {
        if (!applies.finish(id, state, clock.instant())) {
            return false; // cancelled meanwhile
        }
        Apply apply = applies.find(id).orElseThrow();
        trail.record(AuditEvent.bySystem("reconcile.finished")
                .with("apply", id.toString())
                .with("copy", apply.copy())
                .with("state", state.name().toLowerCase(Locale.ROOT))
                .with("changed", apply.changed())
                .with("skipped", apply.skipped())
                .with("restored", apply.undo() == null ? 0 : apply.undo().restored()));
        return false;
    }

    private boolean batch(Work work) {
        Copy copy = copies.stream()
                .filter(each -> each.name().equals(work.copy()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No module keeps the copy " + work.copy()));
        return work.state() == State.UNDOING ? restore(work, copy) : mend(work, copy);
    }

    private boolean mend(Work work, Copy copy) {
        if (!work.isCounted()) {
            applies.expect(
                    work.id(), copy.count(work.choice().kinds(), Long.MAX_VALUE).rows());
            return true;
        }
        List<String> rows = rows(work, copy);
        if (rows.isEmpty()) {
            return finish(work.id(), State.DONE);
        }
        List<Change> changed = copy.mend(rows);
        changes.add(work.id(), changed);
        int skipped = rows.size() - changed.size();
        applies.advance(work.id(), rows.getLast(), changed.size(), skipped);
        count(copy, "changed", changed.size());
        count(copy, "skipped", skipped);
        return true;
    }

    private static List<String> rows(Work work, Copy copy) {
        List<String> selected = work.choice().rows();
        return selected == null
                ? copy.page(work.choice().kinds(), work.position(), SIZE).stream()
                        .map(Disagreement::row)
                        .toList()
                : Work.next(selected, work.position(), SIZE);
    }

    private boolean restore(Work work, Copy copy) {
        List<Change> page = changes.page(work.id(), work.position(), SIZE);
        if (page.isEmpty()) {
            return finish(work.id(), State.UNDONE);
        }
        List<String> restored = copy.restore(page);
        changes.mark(work.id(), page, restored);
        int kept = page.size() - restored.size();
        applies.advanceUndo(work.id(), page.getLast().row(), restored.size(), kept);
        count(copy, "restored", restored.size());
        return true;
    }

    private void count(Copy copy, String outcome, int rows) {
        meters.counter("gangway.reconcile.rows", "copy", copy.name(), "outcome", outcome)
                .increment(rows);
    }
}
