package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Polling;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.MoveOutcome;
import dev.gangway.wizard.MovePreview;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardMove;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.ui.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moving the running wizard sessions to the published version: what it would do, doing it, and how far it is. */
final class MovePanel extends Div {

    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final int LAST = 1;

    private final transient Wizard wizard;
    private final transient Wizards wizards;
    private final transient WizardMoves moves;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final transient Runnable changed;
    private final Paragraph state = new Paragraph();
    private final Div shown = new Div();
    private final ActionButton preview;
    private final MoveProgress progress;
    private final Polling polling = new Polling(this, LIVE, this::follow);
    private @Nullable UUID followed;

    MovePanel(Wizard wizard, Wizards wizards, WizardMoves moves, CurrentCaller caller, Words words, Runnable changed) {
        this.wizard = wizard;
        this.wizards = wizards;
        this.moves = moves;
        this.caller = caller;
        this.words = words;
        this.changed = changed;
        addClassNames("card", "move-panel");
        preview = new ActionButton(words.of("moves.preview"), words.of("moves.preview.busy"), click -> preview());
        progress = new MoveProgress(words, this::cancel);
        shown.addClassName("move-shown");
        add(new H2(words.of("moves.running")), state, progress, shown, new Div(preview));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        show();
    }

    /** What runs on other versions, what is under way, and how the last move ended. */
    private void show() {
        Optional<WizardMove> atWork = moves.atWork(wizard.id());
        boolean isPublished = wizard.status() == WizardStatus.PUBLISHED;
        long elsewhere = isPublished ? elsewhere(wizard.requireVersion()) : 0;
        state.setText(
                !isPublished
                        ? words.of("moves.not_published")
                        : elsewhere == 0
                                ? words.of("moves.none", wizard.requireVersion())
                                : words.of("moves.elsewhere", elsewhere, wizard.requireVersion()));
        preview.setVisible(elsewhere > 0 && atWork.isEmpty());
        shown.removeAll();
        progress.show(atWork);
        if (atWork.isPresent()) {
            followed = atWork.get().id();
            polling.start();
        } else {
            polling.stop();
            moves.list(wizard.id(), LAST).forEach(last -> shown.add(ended(last)));
        }
    }

    private long elsewhere(int version) {
        return moves.runningBefore(wizard.id(), version);
    }

    private Notice ended(WizardMove move) {
        Notice.Kind kind = switch (move.state()) {
            case DONE -> Notice.Kind.SUCCESS;
            case FAILED -> Notice.Kind.ERROR;
            default -> Notice.Kind.INFO;
        };
        String who = move.startedBy() == null ? words.of("moves.someone") : move.startedBy();
        return new Notice(
                kind,
                words.of(
                        "moves.ended." + move.state().word(),
                        Moments.at(UI.getCurrent()).dateAndTime(move.startedAt()),
                        who,
                        move.version()),
                new Paragraph(words.of("moves.ended.counts", move.moved(), move.kept(), move.dropped())));
    }

    private void preview() {
        switch (moves.preview(wizard.id())) {
            case MoveOutcome.Previewed(MovePreview found) -> {
                shown.removeAll();
                preview.setVisible(false);
                ActionButton move = new ActionButton(
                        words.of("moves.move", found.moving()), words.of("moves.move.busy"), click -> confirm(found));
                move.addThemeVariants(ButtonVariant.PRIMARY);
                shown.add(new FateTable(found, wizards.versions(wizard.id()), words), new Div(move));
            }
            default -> refused();
        }
    }

    private void confirm(MovePreview found) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("moves.move", found.moving()));
        dialog.setText(words.of("moves.question", found.version(), found.kept(), found.dropped()));
        dialog.setConfirmText(words.of("moves.move", found.moving()));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("reconcile.not_now"));
        dialog.addConfirmListener(click -> start(found.version()));
        dialog.open();
    }

    private void start(int version) {
        switch (moves.start(caller.get().userId(), wizard.id(), version)) {
            case MoveOutcome.Started started -> show();
            case MoveOutcome.AtWork other -> show();
            case MoveOutcome.Nothing() -> show();
            default -> refused();
        }
    }

    private void refused() {
        Toast.error(words.of("moves.changed"));
        show();
    }

    private void cancel() {
        if (followed != null) {
            moves.cancel(caller.get().userId(), followed);
        }
        follow();
    }

    /** Looks how far it is; once it is over, everything is shown anew. */
    private void follow() {
        Optional<WizardMove> atWork = moves.atWork(wizard.id());
        progress.show(atWork);
        if (atWork.isEmpty()) {
            show();
            changed.run();
        }
    }
}
