package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Toast;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.ManagedLogins;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's live login sessions, each of which an administrator can end. */
class ManagedLoginSessions extends Div {

    private static final int PAGE = 20;

    private final UserId whose;
    private final transient LoginSessions loginSessions;
    private final transient ManagedLogins managed;
    private final transient CurrentCaller caller;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("accounts.sessions.none"));
    private final Button more = new Button(getTranslation("account.sessions.more"), click -> showMore());
    private @Nullable UUID last;

    ManagedLoginSessions(UserId whose, LoginSessions loginSessions, ManagedLogins managed, CurrentCaller caller) {
        this.whose = whose;
        this.loginSessions = loginSessions;
        this.managed = managed;
        this.caller = caller;
        addClassName("card");
        list.addClassName("login-sessions");
        none.addClassName("quiet");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(
                new CardHead(getTranslation("accounts.sessions"), getTranslation("accounts.sessions.about")),
                list,
                none,
                more);
    }

    void refresh() {
        list.removeAll();
        last = null;
        showMore();
    }

    private void showMore() {
        Caller admin = caller.get();
        List<LoginSession> found = loginSessions.list(whose, last, PAGE + 1);
        found.stream().limit(PAGE).forEach(each -> {
            last = each.id();
            boolean current = each.id().equals(admin.loginSessionId());
            list.add(new LoginSessionRow(each, current, "accounts.end", () -> end(each)));
        });
        more.setVisible(found.size() > PAGE);
        none.setVisible(list.getComponentCount() == 0);
        list.setVisible(list.getComponentCount() > 0);
    }

    private void end(LoginSession ended) {
        boolean done = managed.end(caller.get().userId(), whose, ended.id());
        Toast.success(getTranslation("account.ended", done ? 1 : 0));
        refresh();
    }
}
