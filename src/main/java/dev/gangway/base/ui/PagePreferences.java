package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import dev.gangway.base.security.Caller;
import dev.gangway.base.web.CookieNames;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Finds and keeps a person's {@link Preferences}: with the account where one is logged in, and in cookies, which the
 * log-in page goes by.
 */
@Component
public class PagePreferences {

    private static final String LANGUAGE = "gangway_language";
    private static final String APPEARANCE = "gangway_appearance";
    private static final Duration KEPT = Duration.ofDays(365);

    private final PageTexts texts;
    private final ObjectProvider<AccountPreferences> accounts;

    PagePreferences(PageTexts texts, ObjectProvider<AccountPreferences> accounts) {
        this.texts = texts;
        this.accounts = accounts;
    }

    /** The languages to choose from. */
    public List<Locale> languages() {
        return texts.getProvidedLocales();
    }

    /** What the person behind a request wants: the account's choice, else the browser's cookies. */
    public Preferences of(VaadinRequest request) {
        Preferences kept = caller().flatMap(
                        caller -> accounts.stream().findFirst().map(store -> store.find(caller.userId())))
                .orElse(Preferences.NONE);
        Preferences cookies = new Preferences(
                cookie(request, LANGUAGE).flatMap(this::language),
                cookie(request, APPEARANCE).flatMap(Appearance::of).orElse(Appearance.SYSTEM));
        return new Preferences(
                kept.language().or(cookies::language),
                kept.appearance() == Appearance.SYSTEM ? cookies.appearance() : kept.appearance());
    }

    /**
     * The locale of a request: the chosen language, else the first of the browser's that is provided, with its region so
     * that dates and numbers look right, else English.
     */
    public Locale locale(VaadinRequest request) {
        return of(request)
                .language()
                .orElseGet(() -> Collections.list(request.getLocales()).stream()
                        .filter(wanted -> language(wanted.getLanguage()).isPresent())
                        .findFirst()
                        .orElse(Locale.ENGLISH));
    }

    /** Keeps what was chosen and shows the page in it. */
    public void choose(Preferences chosen, UI ui) {
        Preferences before = of(VaadinRequest.getCurrent());
        caller().ifPresent(caller -> accounts.forEach(store -> store.keep(caller.userId(), chosen)));
        chosen.language().ifPresent(locale -> keep(LANGUAGE, locale.toLanguageTag()));
        keep(APPEARANCE, chosen.appearance().word());
        ui.getPage()
                .executeJs(
                        "document.documentElement.dataset.appearance = $0",
                        chosen.appearance().word());
        if (!before.language().equals(chosen.language())) {
            // Every text of the page changes: drafts keep what is typed.
            ui.getPage().reload();
        }
    }

    private Optional<Locale> language(String tag) {
        return languages().stream()
                .filter(locale -> locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(CookieNames.ofHost(name, request.isSecure())))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void keep(String name, String value) {
        boolean tls = VaadinRequest.getCurrent().isSecure();
        Cookie cookie = new Cookie(CookieNames.ofHost(name, tls), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(tls);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) KEPT.toSeconds());
        VaadinResponse.getCurrent().addCookie(cookie);
    }

    private static Optional<Caller> caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
