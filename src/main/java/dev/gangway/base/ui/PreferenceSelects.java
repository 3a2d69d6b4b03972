package dev.gangway.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Locale;

/**
 * The choices of language and appearance. A page is loaded anew in another language; whoever chose it goes on from the choice.
 */
public class PreferenceSelects extends Div {

    /** A page may have these choices twice. */
    private static final String REMEMBER = """
            sessionStorage.setItem('gangway-language-chosen', [...document.querySelectorAll('.preferences')].indexOf(this));
            """;

    /** By the next frame the choice is drawn. */
    private static final String GO_ON = """
            const here = String([...document.querySelectorAll('.preferences')].indexOf(this));
            if (sessionStorage.getItem('gangway-language-chosen') === here) {
              sessionStorage.removeItem('gangway-language-chosen');
              requestAnimationFrame(() => this.querySelector('select').focus());
            }
            """;

    /** Shows what holds for the person now. */
    public PreferenceSelects(PagePreferences preferences) {
        addClassName("preferences");
        Preferences now = preferences.of(VaadinRequest.getCurrent());
        Locale shown = UI.getCurrent().getLocale();

        List<Locale> languages = preferences.languages();
        NativeSelect<Locale> language = new NativeSelect<>(
                languages,
                PreferenceSelects::ownName,
                languages.stream()
                        .filter(locale -> locale.getLanguage().equals(shown.getLanguage()))
                        .findFirst()
                        .orElse(languages.getFirst()));
        NativeSelect<Appearance> appearance = new NativeSelect<>(
                List.of(Appearance.values()), item -> getTranslation(item.nameKey()), now.appearance());
        language.addValueChangeListener(change -> {
            getElement().executeJs(REMEMBER);
            preferences.choose(now.in(change.getValue()).with(appearance.getValue()), UI.getCurrent());
        });
        appearance.addValueChangeListener(change -> preferences.choose(
                preferences.of(VaadinRequest.getCurrent()).with(change.getValue()), UI.getCurrent()));
        add(labelled("shell.language", language), labelled("shell.appearance", appearance));
    }

    private NativeLabel labelled(String key, Component select) {
        NativeLabel label = new NativeLabel(getTranslation(key));
        label.add(select);
        return label;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(GO_ON);
    }

    private static String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
