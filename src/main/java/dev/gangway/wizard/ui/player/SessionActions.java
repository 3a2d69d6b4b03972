package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.Change;
import dev.gangway.wizard.ChangeOutcome;
import dev.gangway.wizard.DeleteOutcome;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.Progress;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.ui.Words;
import java.util.List;
import java.util.Optional;

/** What a person can do with one of their wizard sessions, as far as its status allows. */
class SessionActions {

    private final WizardSessions sessions;
    private final SessionTemplates templates;
    private final CurrentCaller caller;
    private final Words words;

    SessionActions(WizardSessions sessions, SessionTemplates templates, CurrentCaller caller, Words words) {
        this.sessions = sessions;
        this.templates = templates;
        this.caller = caller;
        this.words = words;
    }

    UserId userId() {
        return caller.get().userId();
    }

    /**
     * The buttons of a row.
     *
     * @param changed shows the list anew
     * @param removed does so where the row has gone, and its buttons with it
     */
    Component of(OwnWizardSession row, Runnable changed, Runnable removed) {
        Div buttons = new Div();
        buttons.addClassName("row-actions");
        boolean live = row.status() == WizardSessionStatus.IN_PROGRESS;
        boolean away = row.status() == WizardSessionStatus.ABANDONED;
        if (live || away) {
            String address = row.builtIn() ? WizardAddresses.ONBOARDING : WizardAddresses.run(row.id());
            // What was abandoned is brought back, which is not the same as going on with it.
            buttons.add(button(
                    live ? "sessions.resume" : "sessions.bring_back",
                    row,
                    () -> UI.getCurrent().navigate(address)));
        }
        if (row.builtIn()) {
            return buttons;
        }
        if (row.status() == WizardSessionStatus.COMPLETED) {
            buttons.add(button("template.save", row, () -> saveAsTemplate(row, changed)));
            return buttons;
        }
        if (live || away) {
            buttons.add(quiet(button("sessions.rename", row, () -> rename(row, changed))));
        }
        buttons.add(quiet(button("sessions.delete", row, () -> confirmDelete(row, removed))));
        return buttons;
    }

    private Button button(String key, OwnWizardSession row, Runnable action) {
        Button button = new Button(words.of(key), click -> action.run());
        button.setAriaLabel(words.of("sessions.action_of", words.of(key), row.name()));
        return button;
    }

    private static Button quiet(Button button) {
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void saveAsTemplate(OwnWizardSession row, Runnable changed) {
        sessions.find(userId(), row.id())
                .ifPresentOrElse(view -> new TemplateSaving(templates, caller, view, words).ask(), () -> gone(changed));
    }

    private void rename(OwnWizardSession row, Runnable changed) {
        new NameDialog(words, words.of("sessions.rename"), "", row.name(), name -> renamed(row, name, changed)).open();
    }

    private List<FieldProblem> renamed(OwnWizardSession row, String name, Runnable changed) {
        Optional<ChangeOutcome> outcome = sessions.change(userId(), row.id(), new Change(name, null, null));
        if (outcome.isPresent() && outcome.get() instanceof ChangeOutcome.Invalid(List<FieldProblem> problems)) {
            return problems;
        }
        if (outcome.isEmpty() || !(outcome.get() instanceof ChangeOutcome.Changed)) {
            Toast.error(words.of("sessions.changed_meanwhile"));
        }
        changed.run();
        return List.of();
    }

    private void confirmDelete(OwnWizardSession row, Runnable removed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("sessions.delete.question", row.name()));
        dialog.setText(words.of("sessions.delete.text", row.wizardName(), Progress.whole(row.progress())));
        dialog.setConfirmText(words.of("sessions.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("player.cancel"));
        dialog.addConfirmListener(click -> delete(row, removed));
        dialog.open();
    }

    private void delete(OwnWizardSession row, Runnable removed) {
        if (sessions.delete(userId(), row.id()) == DeleteOutcome.DELETED) {
            Toast.success(words.of("sessions.deleted", row.name()));
            removed.run();
        } else {
            gone(removed);
        }
    }

    private void gone(Runnable changed) {
        Toast.error(words.of("sessions.changed_meanwhile"));
        changed.run();
    }
}
