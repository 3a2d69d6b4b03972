package dev.gangway.wizard.ui.player;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.template.NewTemplate;
import dev.gangway.wizard.template.NewTemplate.Audience;
import dev.gangway.wizard.template.SessionTemplate;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.template.TemplateSaved;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class WizardsViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private SessionTemplates templates;

    private UserId ada;
    private Wizard laptop;

    @BeforeEach
    void aWizard() {
        ada = accounts.user();
        laptop = playable.laptop();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aPublishedWizardIsFoundAndStartedUnderAName() {
        open();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Search")), laptop.name());
        assertThat(cards()).containsExactly(laptop.name());

        clickOf("Start " + laptop.name());
        TextField name = _get(TextField.class, spec -> spec.withLabel("Name"));
        assertThat(name.getValue()).isEqualTo(laptop.name());
        _setValue(name, "For Ada");
        _click(_find(Button.class).getLast());

        assertThat(_get(H1.class).getText()).isEqualTo("Model");
        assertThat(sessions.list(ada, OwnFilter.ALL, null, 10))
                .extracting(OwnWizardSession::name)
                .containsExactly("For Ada");
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        open();

        _setValue(_get(TextField.class, spec -> spec.withLabel("Search")), "no such wizard");

        assertThat(_get(WizardsView.class).getElement().getTextRecursively())
                .contains("Nothing found for “no such wizard”");
    }

    @Test
    void theSearchLooksThroughTemplatesToo() {
        SessionTemplate template = saved("Été 100%_ " + laptop.name());
        open();

        TextField search = _get(TextField.class, spec -> spec.withLabel("Search"));
        _setValue(search, "été 100%_ lap");
        assertThat(headings()).containsExactly(template.name());
        assertThat(_get(WizardsView.class).getElement().getTextRecursively()).doesNotContain("Nothing found");

        _setValue(search, laptop.name().toUpperCase(Locale.ROOT));
        assertThat(headings()).containsExactly(laptop.name(), template.name());

        _setValue(search, "");
        assertThat(headings()).contains(laptop.name(), template.name());
    }

    @Test
    void aTemplateStartsAPrefilledWizardSession() {
        SessionTemplate template = saved("Ours " + laptop.name());
        open();

        clickOf("Use template " + template.name());
        _click(_find(Button.class).getLast());

        assertThat(_get(H1.class).getText()).isEqualTo("Model");
        assertThat(sessions.list(ada, OwnFilter.ALL, null, 1))
                .extracting(OwnWizardSession::name)
                .containsExactly(template.name());
    }

    @Test
    void anOwnTemplateIsDeletedAfterAQuestion() {
        SessionTemplate template = saved("Ours " + laptop.name());
        open();

        clickOf("Delete template " + template.name());
        assertThat(templates.list(ada, null, 200))
                .extracting(SessionTemplate::id)
                .contains(template.id());
        ComponentUtil.fireEvent(
                _get(ConfirmDialog.class), new ConfirmDialog.ConfirmEvent(_get(ConfirmDialog.class), true));

        assertThat(templates.list(ada, null, 200))
                .extracting(SessionTemplate::id)
                .doesNotContain(template.id());
    }

    private SessionTemplate saved(String name) {
        return ((TemplateSaved.Saved) templates.save(
                        ada, playable.completedLaptop(ada, laptop), new NewTemplate(name, "", Audience.OWNER)))
                .template();
    }

    private void open() {
        pages.openAs(ada, Role.USER);
        UI.getCurrent().navigate("wizards");
    }

    private static List<String> cards() {
        return _find(WizardCard.class).stream()
                .map(card -> _get(card, H3.class).getText())
                .toList();
    }

    /** Of wizards and templates. */
    private static List<String> headings() {
        return _find(H3.class).stream().map(H3::getText).toList();
    }

    private static void clickOf(String name) {
        _click(_find(Button.class).stream()
                .filter(button -> Objects.equals(button.getAriaLabel().orElse(""), name))
                .findFirst()
                .orElseThrow());
    }
}
