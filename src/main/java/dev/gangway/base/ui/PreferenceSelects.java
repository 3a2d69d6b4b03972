package dev.gangway.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
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
              requestAnimationFrame(() => this.querySelector('vaadin-select').focus());
            }
            """;

    /** Shows what holds for the person now. */
    public PreferenceSelects(PagePreferences preferences) {
        addClassName("preferences");
        Preferences now = preferences.of(VaadinRequest.getCurrent());
        Locale shown = UI.getCurrent().getLocale();

        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("shell.language"));
        language.setItems(preferences.languages());
        language.setItemLabelGenerator(PreferenceSelects::ownName);
        preferences.languages().stream()
                .filter(locale -> locale.getLanguage().equals(shown.getLanguage()))
                .findFirst()
                .ifPresent(language::setValue);

        Select<Appearance> appearance = new Select<>();
        appearance.setLabel(getTranslation("shell.appearance"));
        appearance.setItems(List.of(Appearance.values()));
        appearance.setItemLabelGenerator(item -> getTranslation(item.nameKey()));
        appearance.setValue(now.appearance());

        language.addValueChangeListener(change -> {
            getElement().executeJs(REMEMBER);
            preferences.choose(now.in(change.getValue()).with(appearance.getValue()), UI.getCurrent());
        });
        appearance.addValueChangeListener(change -> preferences.choose(
                preferences.of(VaadinRequest.getCurrent()).with(change.getValue()), UI.getCurrent()));
        add(language, appearance);
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
