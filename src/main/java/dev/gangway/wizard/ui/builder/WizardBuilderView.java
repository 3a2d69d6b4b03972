package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.wizard.DraftOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.definition.DefinitionFiles;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.UUID;

/** Where an administrator makes a wizard: its draft, or that of its next version, with a live preview. */
@Route("admin/wizards/:id")
@RolesAllowed(Role.ADMIN_NAME)
public class WizardBuilderView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient WizardAdministration administration;
    private final transient Wizards wizards;
    private final transient DefinitionFiles files;
    private final transient Texts texts;
    private final transient CurrentCaller caller;
    private final transient Clock clock;
    private String name = "";

    WizardBuilderView(
            WizardAdministration administration,
            Wizards wizards,
            DefinitionFiles files,
            Texts texts,
            CurrentCaller caller,
            Clock clock) {
        this.administration = administration;
        this.wizards = wizards;
        this.files = files;
        this.texts = texts;
        this.caller = caller;
        this.clock = clock;
        addClassNames("page", "wide", "builder-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = id(event.getRouteParameters().get("id").orElse(""));
        if (!(administration.edit(caller.get().userId(), id) instanceof DraftOutcome.Saved(var draft))) {
            throw new NotFoundException();
        }
        removeAll();
        name = draft.content().name();
        Anchor back = new Anchor("admin/wizards", getTranslation("builder.back"));
        Div head = new Div(back, new H1(name));
        head.addClassName("page-head");
        Drafting drafting =
                new Drafting(administration, caller, clock, draft, getTranslation("builder.version", draft.version()));
        add(head, new Builder(drafting, wizards, files, new Words(texts, getLocale())));
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
        return PageTitle.of(name);
    }
}
