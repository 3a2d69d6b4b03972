package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** The versions of a wizard: what changed, who runs them, and moving these to the published one. */
@Route("admin/wizards/:id/versions")
@RolesAllowed(Role.ADMIN_NAME)
public class WizardVersionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Wizards wizards;
    private final transient WizardMoves moves;
    private final transient CurrentCaller caller;
    private final transient Words words;
    private String name = "";

    WizardVersionsView(Wizards wizards, WizardMoves moves, CurrentCaller caller, Texts texts) {
        this.wizards = wizards;
        this.moves = moves;
        this.caller = caller;
        words = new Words(texts, getLocale());
        addClassNames("page", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Wizard wizard = wizards.find(id(event.getRouteParameters().get("id").orElse("")))
                .filter(found -> !found.builtIn())
                .orElseThrow(NotFoundException::new);
        name = wizard.name();
        removeAll();
        Div head = new Div(
                new Anchor("admin/wizards", words.of("builder.back")),
                new H1(name),
                new Paragraph(words.of("moves.lead")));
        head.addClassName("page-head");
        VersionTable versions = new VersionTable(wizard, wizards, moves, words);
        add(head, new MovePanel(wizard, wizards, moves, caller, words, versions::refresh), versions);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(words.of("moves.title", name));
    }
}
