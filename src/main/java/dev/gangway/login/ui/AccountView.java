package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.account.PasswordChanges;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.login.LoginSessions;
import jakarta.annotation.security.PermitAll;

/** The person's own account: where they are logged in, and their password. Language and
 * appearance are in the shell, on this page like on every other. */
@Route("account")
@Menu(title = "menu.account", icon = "person", order = 90)
@PermitAll
public class AccountView extends Div implements HasDynamicTitle {

    AccountView(LoginSessions loginSessions, PasswordChanges passwords, CurrentCaller caller) {
        addClassNames("page", "settings");
        Div head = new Div(new H1(getTranslation("menu.account")), new Paragraph(getTranslation("account.lead")));
        head.addClassName("page-head");
        OwnLoginSessions sessions = new OwnLoginSessions(loginSessions, caller);
        add(head, sessions, new PasswordForm(passwords, loginSessions, caller, sessions::refresh));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.account") + " · Gangway";
    }
}
