package dev.gangway.wizard.internal;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.live.LiveChanges;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardMove;
import dev.gangway.wizard.WizardMove.State;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.definition.SurvivingField;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.MovedAnswers.Kept;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Works moves off, page by page, each wizard session in a transaction of its own: what it asks, its answers and how far the
 * move is are committed together. A Next of the same wizard session comes before or after, never in between.
 */
@Component
public class MovingSessions {

    private static final int PAGE = 200;

    private final MoveStore moves;
    private final MovedAnswers answers;
    private final Walks walks;
    private final ResponseStore responses;
    private final WizardSessionStore sessions;
    private final VersionContents contents;
    private final LiveChanges live;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    MovingSessions(
            MoveStore moves,
            MovedAnswers answers,
            Walks walks,
            ResponseStore responses,
            WizardSessionStore sessions,
            VersionContents contents,
            LiveChanges live,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.moves = moves;
        this.answers = answers;
        this.walks = walks;
        this.responses = responses;
        this.sessions = sessions;
        this.contents = contents;
        this.live = live;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Works off the next page; answers whether there may be more to do. */
    public boolean next(UUID id) {
        Optional<WizardMove> found = moves.find(id).filter(WizardMove::isRunning);
        if (found.isEmpty()) {
            return false;
        }
        WizardMove move = found.get();
        List<WizardSessionId> page = moves.page(move, PAGE);
        if (page.isEmpty()) {
            return finish(id, State.DONE);
        }
        List<String> moved = new ArrayList<>();
        boolean goesOn = true;
        for (WizardSessionId session : page) {
            goesOn = transactions.inOne(() -> moves.lock(id, session)
                    .map(isNext -> !isNext || look(move, session))
                    .orElse(false));
            if (!goesOn) {
                break;
            }
            moved.add(session.value().toString());
        }
        if (!moved.isEmpty()) {
            live.publish(WizardMoves.MOVED, moved);
        }
        return goesOn;
    }

    /** Ends what cannot be worked off. */
    public void giveUp(UUID id) {
        finish(id, State.FAILED);
    }

    private boolean finish(UUID id, State state) {
        return transactions.inOne(() -> {
            if (moves.finish(id, state, clock.instant())) {
                WizardMove move = moves.find(id).orElseThrow();
                trail.record(AuditEvent.bySystem("wizard.move_finished")
                        .with("move", id.toString())
                        .with("wizard_id", move.wizardId().toString())
                        .with("version", move.version())
                        .with("state", state.word())
                        .with("moved", move.moved())
                        .with("passed_over", move.passedOver())
                        .with("kept", move.kept())
                        .with("dropped", move.dropped()));
            }
            return false;
        });
    }

    private boolean look(WizardMove move, WizardSessionId id) {
        Optional<Walk> found = walks.lock(id).filter(walk -> isToMove(walk.session(), move));
        if (found.isEmpty()) {
            moves.advance(move.id(), id, 0, 0, 0);
            return true;
        }
        Walk walk = found.get();
        WizardContent to = contents.get(move.wizardId(), move.version());
        Map<String, Kept> kept = answers.drop(id, SurvivingField.between(walk.content(), to));
        sessions.update(moved(walk.session(), to, move, kept));
        moves.advance(
                move.id(),
                id,
                1,
                kept.values().stream().mapToLong(Kept::kept).sum(),
                kept.values().stream().mapToLong(Kept::dropped).sum());
        return true;
    }

    private static boolean isToMove(WizardSession session, WizardMove move) {
        return !session.isCompleted()
                && !session.isExpired()
                && session.wizard().version() < move.version();
    }

    private WizardSession moved(WizardSession before, WizardContent to, WizardMove move, Map<String, Kept> kept) {
        // A step all of whose answers are gone is asked again; so is one that lacks a required answer now, by itself.
        Set<String> steps = to.steps().stream()
                .map(step -> step.key())
                .filter(step -> {
                    Kept counts = kept.getOrDefault(step, new Kept(0, 0));
                    return counts.dropped() == 0 || counts.kept() > 0;
                })
                .collect(Collectors.toSet());
        WizardDefinition all = walks.everything(move.wizardId(), move.version());
        WizardSession imagined = before.onVersion(all, steps, clock.instant());
        WizardDefinition asked =
                Walk.of(imagined, to, responses.find(before.id())).session().wizard();
        return before.onVersion(asked, steps, clock.instant());
    }
}
