package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.CreateOutcome;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gallery: every wizard that can be started, by category, and the templates to start one from. */
@Route(WizardAddresses.GALLERY)
@Menu(title = "menu.wizards", icon = "wizards", order = 20)
@RolesAllowed(Role.USER_NAME)
public class WizardsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Wizards wizards;
    private final transient WizardSessions sessions;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private final TextField search = new TextField();
    private final Div found = new Div();
    private final TemplateCards templateCards;
    private transient List<Wizard> offered = List.of();

    WizardsView(
            Wizards wizards, WizardSessions sessions, SessionTemplates templates, CurrentCaller caller, Texts texts) {
        this.wizards = wizards;
        this.sessions = sessions;
        this.caller = caller;
        words = new Words(texts, getLocale());
        templateCards = new TemplateCards(templates, caller, words);
        addClassNames("page", "wide", "gallery");
        Div head = new Div(new H1(words.of("menu.wizards")), new Paragraph(words.of("gallery.lead")));
        head.addClassName("page-head");
        search.setLabel(words.of("gallery.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.addClassName("gallery-search");
        found.addClassName("gallery-found");
        found.getElement().setAttribute("aria-live", "polite");
        add(head, search, found, templateCards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        offered = wizards.offered();
        show();
        search.setVisible(!offered.isEmpty() || templateCards.isAny());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(words.of("menu.wizards"));
    }

    private void show() {
        templateCards.show(search.getValue());
        found.removeAll();
        String sought = search.getValue().strip().toLowerCase(Locale.ROOT);
        Map<String, List<Wizard>> byCategory = offered.stream()
                .filter(wizard -> Stream.of(wizard.name(), wizard.description(), wizard.category())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought)))
                .collect(Collectors.groupingBy(Wizard::category, TreeMap::new, Collectors.toList()));
        if (offered.isEmpty() && sought.isEmpty()) {
            found.add(new Notice(
                    Notice.Kind.INFO, words.of("gallery.empty"), new Paragraph(words.of("gallery.empty.text"))));
        } else if (byCategory.isEmpty() && !templateCards.isAny()) {
            found.add(new Notice(
                    Notice.Kind.INFO,
                    words.of("gallery.none_found", search.getValue()),
                    new Paragraph(words.of("gallery.none_found.text"))));
        }
        byCategory.forEach((category, all) -> found.add(section(category, all)));
    }

    private Section section(String category, List<Wizard> all) {
        UnorderedList cards = new UnorderedList();
        cards.addClassName("wizard-cards");
        all.forEach(wizard -> cards.add(new ListItem(new WizardCard(wizard, words, () -> start(wizard)))));
        Section section = new Section(new H2(category.isBlank() ? words.of("gallery.other") : category), cards);
        section.addClassName("gallery-section");
        return section;
    }

    private void start(Wizard wizard) {
        new NameDialog(
                        words,
                        words.of("gallery.start"),
                        words.of("gallery.start.text"),
                        wizard.name(),
                        name -> started(wizard, name))
                .open();
    }

    private List<FieldProblem> started(Wizard wizard, String name) {
        return switch (sessions.create(caller.get().userId(), wizard.id(), name)) {
            case CreateOutcome.Created(WizardSession run) -> {
                UI.getCurrent().navigate(WizardAddresses.run(run.id()));
                yield List.of();
            }
            case CreateOutcome.Invalid(List<FieldProblem> problems) -> problems;
            case CreateOutcome.NoWizard(), CreateOutcome.NotOffered() -> {
                Toast.error(words.of("gallery.not_offered"));
                offered = wizards.offered();
                show();
                yield List.of();
            }
        };
    }
}
