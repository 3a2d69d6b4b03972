package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Toast;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person's live login sessions, the newest first, each of which but the current one can be ended. */
class OwnLoginSessions extends Div {

    private static final int PAGE = 20;

    private final transient LoginSessions loginSessions;
    private final transient CurrentCaller caller;
    private final transient ProofGate gate;
    private final UnorderedList list = new UnorderedList();
    private final Button more = new Button(getTranslation("account.sessions.more"), click -> showMore());
    private final Button endOthers = new Button(getTranslation("account.end_others"));
    private final Div actions = new Div();
    private @Nullable UUID last;

    OwnLoginSessions(LoginSessions loginSessions, CurrentCaller caller, ProofGate gate) {
        this.loginSessions = loginSessions;
        this.caller = caller;
        this.gate = gate;
        endOthers.addClickListener(click -> gate.before(this::confirmEndOthers));
        addClassName("card");
        list.addClassName("login-sessions");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        actions.addClassName("row");
        actions.add(more, endOthers);
        add(new CardHead(getTranslation("account.sessions"), getTranslation("account.sessions.about")), list, actions);
        refresh();
    }

    void refresh() {
        list.removeAll();
        last = null;
        endOthers.setVisible(loginSessions.countOthers(caller.get()) > 0);
        showMore();
    }

    private void showMore() {
        Caller person = caller.get();
        List<LoginSession> found = loginSessions.list(person.userId(), last, PAGE + 1);
        found.stream().limit(PAGE).forEach(each -> {
            last = each.id();
            list.add(new LoginSessionRow(
                    each, each.id().equals(person.loginSessionId()), () -> gate.before(() -> end(each))));
        });
        more.setVisible(found.size() > PAGE);
        actions.setVisible(more.isVisible() || endOthers.isVisible());
    }

    private void end(LoginSession ended) {
        boolean done = loginSessions.end(caller.get().userId(), ended.id());
        Toast.success(getTranslation("account.ended", done ? 1 : 0));
        refresh();
    }

    private void confirmEndOthers() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("account.end_others"));
        dialog.setText(getTranslation("account.end_others.question", loginSessions.countOthers(caller.get())));
        dialog.setConfirmText(getTranslation("account.end_others"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.cancel"));
        dialog.addConfirmListener(confirmed -> {
            Toast.success(getTranslation("account.ended", loginSessions.endOthers(caller.get())));
            refresh();
        });
        dialog.open();
    }
}
