package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All wizards, with what is done to them as a whole. */
@Route("admin/wizards")
@Menu(title = "menu.admin_wizards", icon = "wizards", order = 57)
@RolesAllowed(Role.ADMIN_NAME)
public class WizardsView extends Div implements HasDynamicTitle {

    private final transient Wizards wizards;
    private final transient WizardAdministration administration;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final TextField search = new TextField(getTranslation("builder.search"));
    private final Paragraph found = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    WizardsView(Wizards wizards, WizardAdministration administration, CurrentCaller caller, Texts texts) {
        this.wizards = wizards;
        this.administration = administration;
        this.caller = caller;
        words = new Words(texts, getLocale());
        addClassNames("page", "wide");
        Div head = new Div(new H1(getTranslation("menu.admin_wizards")), new Paragraph(getTranslation("builder.lead")));
        head.addClassName("page-head");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setClearButtonVisible(true);
        search.addValueChangeListener(typed -> refresh());
        Button create = new Button(
                getTranslation("builder.new"), click -> new NewWizardDialog(administration, caller, words).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Button importing = new Button(
                getTranslation("builder.import"),
                click -> new ImportDialog(administration, caller, words, this::opened).open());
        Div tools = new Div(search, create, importing);
        tools.addClassName("list-tools");
        found.addClassName("quiet");
        found.getElement().setAttribute("role", "status");
        list.addClassName("wizard-rows");
        add(head, tools, found, list);
        refresh();
    }

    private void opened(UUID wizardId) {
        UI.getCurrent().navigate("admin/wizards/" + wizardId);
    }

    private void refresh() {
        Map<UUID, Integer> running = administration.running();
        List<Wizard> shown = wizards.all().stream().filter(this::isFound).toList();
        list.removeAll();
        shown.forEach(wizard ->
                list.add(new WizardRow(wizard, running.getOrDefault(wizard.id(), 0), words, () -> archive(wizard))));
        found.setText(
                shown.isEmpty()
                        ? getTranslation("builder.none", search.getValue())
                        : getTranslation("builder.found", shown.size()));
        list.setVisible(!shown.isEmpty());
    }

    private boolean isFound(Wizard wizard) {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (wizard.name() + " " + wizard.category())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private void archive(Wizard wizard) {
        int running = administration.running().getOrDefault(wizard.id(), 0);
        new ArchiveDialog(wizard, running, administration, caller, words, this::refresh).open();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.admin_wizards"));
    }
}
