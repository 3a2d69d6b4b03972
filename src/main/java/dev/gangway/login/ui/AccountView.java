package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.ui.PagePreferences;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.PreferenceSelects;
import dev.gangway.base.ui.ShowsPreferences;
import jakarta.annotation.security.PermitAll;

/** The person's own account: where they are logged in, how pages look, their password, and what is stored about them. */
@Route("account")
@Menu(title = "menu.account", icon = "person", order = 90)
@PermitAll
public class AccountView extends Div implements HasDynamicTitle, ShowsPreferences {

    AccountView(AccountSections sections, PagePreferences preferences) {
        addClassNames("page", "account");
        Div head = new Div(new H1(getTranslation("menu.account")), new Paragraph(getTranslation("account.lead")));
        head.addClassName("page-head");
        OwnLoginSessions loginSessions = sections.loginSessions();
        add(head, loginSessions, appearance(preferences), sections.password(loginSessions::refresh));
        if (sections.hasPassword()) {
            add(sections.secondFactor(() -> {}));
        }
        add(sections.export(), sections.erasure());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.account"));
    }

    private Div appearance(PagePreferences preferences) {
        Div card = new Div(new H2(getTranslation("account.preferences")), new PreferenceSelects(preferences));
        card.addClassName("card");
        return card;
    }
}
