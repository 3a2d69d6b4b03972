package dev.gangway.base.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.base.security.CurrentCaller;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page of a person who is logged in: mark, menu by role, language, appearance, log-out, and the page
 * itself in the one {@code main} landmark.
 */
@Layout
@PermitAll
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String CONTENT = "content";

    private final Main content = new Main();
    private final Div menu = new Div();
    private final PreferenceSelects preferences;
    private final Button toggle;

    MainLayout(
            CurrentCaller caller,
            PagePreferences preferences,
            AuthenticationContext authentication,
            ObjectProvider<MenuCondition> conditions) {
        addClassName("shell");
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        content.addClassName("shell-content");
        toggle = menuToggle();
        this.preferences = new PreferenceSelects(preferences);
        menu.addClassName("shell-menu");
        menu.setId("shell-menu");
        menu.add(
                new MainMenu(conditions.orderedStream().toList(), caller),
                foot(caller.get().username(), authentication));
        Header header = new Header(new Brand(getTranslation("shell.home")), toggle, menu);
        header.addClassName("shell-header");
        add(skipLink(), header, content);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement page) {
        content.getElement().removeAllChildren();
        if (page != null) {
            content.getElement().appendChild(page.getElement());
        }
        preferences.setVisible(!(page instanceof ShowsPreferences));
        showMenu(false);
    }

    /** What was pressed to come here is gone with the page before, unless it was in the menu. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (event.getLocationChangeEvent().getTrigger() != NavigationTrigger.PAGE_LOAD) {
            Focus.leadToHeadingIfLost(content);
        }
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("router-ignore", true);
        // The page has a base, so that a fragment alone is an address of the root and would lead away.
        skip.getElement()
                .addEventListener("click", click -> content.getElement().callJsFunction("focus"))
                .addEventData("event.preventDefault()");
        return skip;
    }

    private Button menuToggle() {
        Button button = new Button(getTranslation("shell.menu"), click -> showMenu(!menu.hasClassName("open")));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("shell-toggle");
        button.getElement().setAttribute("aria-controls", "shell-menu");
        button.getElement().setAttribute("aria-expanded", "false");
        return button;
    }

    /** Matters on narrow screens only, where the stylesheet folds the menu away. */
    private void showMenu(boolean open) {
        menu.setClassName("open", open);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private Div foot(String name, AuthenticationContext authentication) {
        Button logOut =
                new Button(getTranslation("shell.log_out"), new Icon("log-out"), click -> logOut(authentication));
        logOut.addThemeVariants(ButtonVariant.TERTIARY);
        logOut.addClassName("log-out");
        Span who = new Span(name);
        who.addClassName("shell-who");
        Div foot = new Div(preferences, who, logOut);
        foot.addClassName("shell-foot");
        return foot;
    }

    /** The log-out leads on by itself, maybe to the provider's own, and the end of the login session must not be quicker. */
    private static void logOut(AuthenticationContext authentication) {
        Leaving.begins(UI.getCurrent());
        authentication.logout();
    }
}
