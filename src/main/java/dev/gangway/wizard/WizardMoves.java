package dev.gangway.wizard;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.live.Topic;
import dev.gangway.wizard.internal.MoveQueue;
import dev.gangway.wizard.internal.MoveStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the running wizard sessions of a wizard to its published version: first what that would do, then in the background,
 * each in a transaction of its own under its row's lock. Every start, cancel and end stands in the audit trail.
 */
@Service
public class WizardMoves {

    /** Told with the ids of wizard sessions that were moved. */
    public static final Topic MOVED = new Topic("wizard_moves");

    /** Counting over a million wizard sessions takes a while. */
    private static final int PATIENCE_SECONDS = 120;

    private final Wizards wizards;
    private final MoveStore store;
    private final MoveQueue queue;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    WizardMoves(
            Wizards wizards,
            MoveStore store,
            MoveQueue queue,
            AuditTrail trail,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.wizards = wizards;
        this.store = store;
        this.queue = queue;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What moving them would do: {@link MoveOutcome.Previewed}, or why it cannot be. */
    @Transactional(readOnly = true, timeout = PATIENCE_SECONDS)
    public MoveOutcome preview(UUID wizardId) {
        return published(wizardId, version -> new MoveOutcome.Previewed(store.preview(wizardId, version)));
    }

    /**
     * Has them moved.
     *
     * @param version the published version that the administrator saw
     */
    public MoveOutcome start(UserId actor, UUID wizardId, int version) {
        return transactions.inOne(() -> published(wizardId, now -> {
            if (now != version) {
                return new MoveOutcome.Stale(now);
            }
            Optional<WizardMove> other = store.atWork(wizardId);
            if (other.isPresent()) {
                return new MoveOutcome.AtWork(other.get());
            }
            long expected = runningBefore(wizardId, version);
            return expected == 0 ? new MoveOutcome.Nothing() : begin(actor, wizardId, version, expected);
        }));
    }

    private MoveOutcome begin(UserId actor, UUID wizardId, int version, long expected) {
        UUID id = ids.next();
        if (!store.begin(id, wizardId, version, actor, expected, clock.instant())) {
            return new MoveOutcome.AtWork(store.atWork(wizardId).orElseThrow());
        }
        queue.stage(id);
        trail.record(AuditEvent.by(actor, "wizard.move_started")
                .with("move", id.toString())
                .with("wizard_id", wizardId.toString())
                .with("version", version)
                .with("sessions", expected));
        return new MoveOutcome.Started(store.find(id).orElseThrow());
    }

    private MoveOutcome published(UUID wizardId, Function<Integer, MoveOutcome> version) {
        Optional<Wizard> found = wizards.find(wizardId);
        if (found.isEmpty()) {
            return new MoveOutcome.NotFound();
        }
        Wizard wizard = found.get();
        if (wizard.builtIn()) {
            return new MoveOutcome.BuiltIn();
        }
        return wizard.status() == WizardStatus.PUBLISHED
                ? version.apply(wizard.requireVersion())
                : new MoveOutcome.NotPublished();
    }

    /**
     * Stops a move; those moved until then stay moved.
     *
     * @return whether it was under way
     */
    public boolean cancel(UserId actor, UUID move) {
        return transactions.inOne(() -> {
            boolean stopped = store.finish(move, WizardMove.State.CANCELLED, clock.instant());
            if (stopped) {
                trail.record(AuditEvent.by(actor, "wizard.move_cancelled").with("move", move.toString()));
            }
            return stopped;
        });
    }

    /** One move of a wizard. */
    @Transactional(readOnly = true)
    public Optional<WizardMove> find(UUID wizardId, UUID move) {
        return store.find(move).filter(found -> found.wizardId().equals(wizardId));
    }

    /** What is under way, on whichever replica. */
    @Transactional(readOnly = true)
    public Optional<WizardMove> atWork(UUID wizardId) {
        return store.atWork(wizardId);
    }

    /** The moves of a wizard, newest first. */
    @Transactional(readOnly = true)
    public List<WizardMove> list(UUID wizardId, int limit) {
        return store.list(wizardId, limit);
    }

    /** How many wizard sessions run on older versions than this one. */
    @Transactional(readOnly = true, timeout = PATIENCE_SECONDS)
    public long runningBefore(UUID wizardId, int version) {
        return store.runningBefore(wizardId, version).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many wizard sessions run on each version; versions without any are not in it. */
    @Transactional(readOnly = true, timeout = PATIENCE_SECONDS)
    public Map<Integer, Long> running(UUID wizardId) {
        return store.running(wizardId);
    }
}
