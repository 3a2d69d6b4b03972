package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.base.ui.PageTitle;
import jakarta.annotation.security.PermitAll;

/** Where people are led who must have a second factor and have none: they set one up, or log out. */
@Route(value = SecondFactorView.ADDRESS, autoLayout = false)
@PermitAll
public class SecondFactorView extends Main implements HasDynamicTitle {

    static final String ADDRESS = "second-factor";

    private final Anchor goOn = new Anchor("", getTranslation("second_factor.go_on"));

    SecondFactorView(AccountSections sections, AuthenticationContext authentication) {
        addClassNames("login-page", "second-factor-page");
        goOn.addClassName("link-button");
        goOn.setVisible(false);
        add(
                new H1(getTranslation("second_factor.title")),
                new Paragraph(getTranslation("second_factor.needed")),
                sections.secondFactor(() -> goOn.setVisible(true)),
                goOn,
                new Button(getTranslation("shell.log_out"), click -> authentication.logout()));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("second_factor.title"));
    }
}
