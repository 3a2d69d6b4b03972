package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.PasswordLogInProperties;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.PagePreferences;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.PreferenceSelects;
import dev.gangway.base.web.CookieNames;
import dev.gangway.login.BrowserLogIns;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.SingleSignOnProperties;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks for name and password, and for the code of a second factor after it, and says in words why a log-in did not work. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Says in the address that whoever comes here has erased their account. */
    static final String ERASED = "erased";

    /** What the address says about the last attempt, and the key of the words for it. */
    private static final Map<String, String> REASONS = Map.of(
            "throttled", "login.throttled",
            "unavailable", "login.unavailable",
            "sso_cancelled", "login.sso.cancelled",
            "sso_disabled", "login.sso.disabled",
            "sso_failed", "login.sso.failed",
            "sso_foreign", "login.sso.foreign",
            "sso_late", "login.sso.late",
            "sso_unavailable", "login.sso.unavailable");

    private final LoginForm form = new LoginForm();
    private final transient AuthenticationContext authentication;
    private final transient BrowserLogIns halfway;

    LoginView(
            AuthenticationContext authentication,
            BrowserLogIns halfway,
            PagePreferences preferences,
            PasswordLogInProperties passwords,
            SingleSignOnProperties singleSignOn) {
        this.authentication = authentication;
        this.halfway = halfway;
        addClassName("login-page");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        // The name of the product is the page's heading; the form would be a second one of the same level.
        form.getElement().setProperty("headingLevel", 2);
        add(new H1("Gangway"));
        if (passwords.passwords()) {
            add(form);
        }
        if (singleSignOn.isForBrowsers()) {
            add(singleSignOn(singleSignOn.name()));
        }
        add(new PreferenceSelects(preferences));
    }

    /** A plain link, since it leads to another server: a form would be held back by the content policy. */
    private Anchor singleSignOn(String provider) {
        Anchor link = new Anchor("login/sso", getTranslation("login.sso", provider));
        link.addClassName("single-sign-on");
        link.setRouterIgnore(true);
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        Set<String> why =
                event.getLocation().getQueryParameters().getParameters().keySet();
        if (why.contains("code") && halfway.isWaiting(VaadinServletRequest.getCurrent())) {
            askForCode();
            return;
        }
        halfway.forget(VaadinServletRequest.getCurrent());
        form.setI18n(words());
        form.setError(why.contains("error"));
        if (why.contains(ERASED)) {
            addComponentAtIndex(1, new Notice(Notice.Kind.SUCCESS, getTranslation("login.erased")));
        }
        REASONS.entrySet().stream()
                .filter(reason -> why.contains(reason.getKey()))
                .findFirst()
                .ifPresent(reason ->
                        addComponentAtIndex(1, new Notice(Notice.Kind.ERROR, getTranslation(reason.getValue()))));
        if (why.isEmpty() && wasLoggedIn()) {
            addComponentAtIndex(1, new Notice(Notice.Kind.INFO, getTranslation("login.ended")));
        }
    }

    /** The password was right; nothing else is of use now but the code, or beginning again. */
    private void askForCode() {
        Anchor again = new Anchor("login", getTranslation("login.code.again"));
        again.setRouterIgnore(true);
        Div card = new Div(
                new H2(getTranslation("login.code.title")),
                new Paragraph(getTranslation("login.code.about")),
                new CodeForm("login.code", "login.submit", this::finish),
                again);
        card.addClassName("card");
        replace(form, card);
    }

    private Optional<String> finish(String code) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinServletResponse response = VaadinServletResponse.getCurrent();
        LogInOutcome outcome = halfway.finish(code, request, response).orElse(null);
        return switch (outcome) {
            case null -> Optional.of("login.code.late");
            case LogInOutcome.Accepted _ -> {
                String page = request.getContextPath() + halfway.wantedPage(request, response);
                UI.getCurrent().getPage().setLocation(page);
                yield Optional.empty();
            }
            case LogInOutcome.Throttled _ -> Optional.of("login.throttled");
            case LogInOutcome.Refused _ -> {
                UI.getCurrent().getPage().setLocation(request.getContextPath() + "/login?error");
                yield Optional.empty();
            }
            case LogInOutcome.CodeNeeded _, LogInOutcome.CodeRefused _ -> Optional.of("login.code.failed");
        };
    }

    /** Logging out takes the cookie back; it is only still there where the login session ended without it. */
    private static boolean wasLoggedIn() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String name = CookieNames.ofHost(LoginSessions.COOKIE, request.isSecure());
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(cookie -> cookie.getName().equals(name)
                                && !cookie.getValue().isEmpty());
    }

    private LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form labels = words.getForm();
        labels.setTitle(getTranslation("login.title"));
        labels.setUsername(getTranslation("login.username"));
        labels.setPassword(getTranslation("login.password"));
        labels.setSubmit(getTranslation("login.submit"));
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(getTranslation("login.failed.title"));
        error.setMessage(getTranslation("login.failed.text"));
        error.setUsername(getTranslation("login.username_missing"));
        error.setPassword(getTranslation("login.password_missing"));
        return words;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("login.title"));
    }
}
