package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.account.PasswordChanges;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.PagePreferences;
import dev.gangway.base.ui.PreferenceSelects;
import dev.gangway.login.LoginSessions;
import jakarta.annotation.security.PermitAll;

/** The person's own account: where they are logged in, their password, and how they want to see pages. */
@Route("account")
@Menu(title = "menu.account", icon = "person", order = 90)
@PermitAll
public class AccountView extends Div implements HasDynamicTitle {

    AccountView(
            LoginSessions loginSessions, PasswordChanges passwords, CurrentCaller caller, PagePreferences preferences) {
        addClassNames("page", "settings");
        Div head = new Div(new H1(getTranslation("menu.account")), new Paragraph(getTranslation("account.lead")));
        head.addClassName("page-head");
        OwnLoginSessions sessions = new OwnLoginSessions(loginSessions, caller);
        add(
                head,
                sessions,
                new PasswordForm(passwords, loginSessions, caller, sessions::refresh),
                looks(new PreferenceSelects(preferences)));
    }

    private Div looks(PreferenceSelects selects) {
        selects.addClassName("fields");
        Div card = new Div(new H2(getTranslation("account.looks")), selects);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.account") + " · Gangway";
    }
}
