package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.Message;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Toast;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import java.util.List;

/** The person's live login sessions, each of which but the current one can be ended. */
class OwnLoginSessions extends Div {

    private static final int SHOWN = 50;

    private final transient LoginSessions loginSessions;
    private final transient CurrentCaller caller;
    private final UnorderedList list = new UnorderedList();
    private final Button endOthers = new Button(getTranslation("account.end_others"), click -> confirmEndOthers());

    OwnLoginSessions(LoginSessions loginSessions, CurrentCaller caller) {
        this.loginSessions = loginSessions;
        this.caller = caller;
        addClassName("card");
        list.addClassName("login-sessions");
        add(new H2(getTranslation("account.sessions")), list, endOthers);
        refresh();
    }

    void refresh() {
        Caller person = caller.get();
        List<LoginSession> live = loginSessions.list(person.userId(), null, SHOWN);
        list.removeAll();
        live.forEach(session -> list.add(row(session, session.id().equals(person.loginSessionId()))));
        endOthers.setVisible(live.size() > 1);
    }

    private ListItem row(LoginSession session, boolean current) {
        String device = words(Device.of(session.userAgent()));
        Span name = new Span(device);
        name.addClassName("login-session-device");
        Moments moments = Moments.at(UI.getCurrent());
        Paragraph use = new Paragraph(getTranslation(
                "account.last_use",
                moments.dateAndTime(session.lastActivity()),
                session.ipAddress() == null ? "–" : session.ipAddress()));
        Div about = new Div(name, use);
        ListItem row = new ListItem(about);
        row.addClassName("row");
        if (current) {
            Span pill = new Span(getTranslation("account.current"));
            pill.addClassName("pill");
            row.add(pill);
        } else {
            Button end = new Button(getTranslation("account.end"), click -> end(session));
            end.setAriaLabel(getTranslation("account.end_named", device));
            row.add(end);
        }
        return row;
    }

    private void end(LoginSession session) {
        loginSessions.end(caller.get().userId(), session.id());
        Toast.success(getTranslation("account.ended", 1));
        refresh();
    }

    private void confirmEndOthers() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("account.end_others"));
        dialog.setText(getTranslation("account.end_others.question"));
        dialog.setConfirmText(getTranslation("account.end_others"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.cancel"));
        dialog.addConfirmListener(confirmed -> {
            Toast.success(getTranslation("account.ended", loginSessions.endOthers(caller.get())));
            refresh();
        });
        dialog.open();
    }

    private String words(Message message) {
        return getTranslation(message.key(), message.args().toArray());
    }
}
