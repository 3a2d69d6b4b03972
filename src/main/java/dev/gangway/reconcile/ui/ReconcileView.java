package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Parts;
import dev.gangway.reconcile.Reconciliations;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** Every copy that must agree with its source, each at an address of its own, and who did what to whose data. */
@Route("admin/reconcile/:copy?")
@Menu(title = "menu.reconcile", icon = "reconcile", order = 70)
@RolesAllowed(Role.ADMIN_NAME)
public class ReconcileView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ADDRESS = "admin/reconcile/";
    private static final String AUDIT = "audit";

    private final transient Reconciliations reconciliations;
    private final transient AuditTrail trail;
    private final transient CurrentCaller caller;
    private String title = "";

    ReconcileView(Reconciliations reconciliations, AuditTrail trail, CurrentCaller caller) {
        this.reconciliations = reconciliations;
        this.trail = trail;
        this.caller = caller;
        addClassNames("page", "wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String shown = event.getRouteParameters()
                .get("copy")
                .orElseGet(() -> reconciliations.copies().getFirst().name());
        removeAll();
        Div head = new Div(new H1(getTranslation("menu.reconcile")), new Paragraph(getTranslation("reconcile.lead")));
        head.addClassName("page-head");
        add(head, parts(shown), shown.equals(AUDIT) ? new AuditPanel(trail) : panel(shown));
        title = title(shown);
    }

    private CopyPanel panel(String shown) {
        Copy copy = reconciliations.copies().stream()
                .filter(each -> each.name().equals(shown))
                .findAny()
                .orElseThrow(NotFoundException::new);
        return new CopyPanel(reconciliations, caller, copy);
    }

    private Parts parts(String shown) {
        Parts parts = new Parts(getTranslation("reconcile.parts"));
        Stream.concat(reconciliations.copies().stream().map(Copy::name), Stream.of(AUDIT))
                .forEach(part -> parts.addPart(ADDRESS + part, title(part), part.equals(shown)));
        return parts;
    }

    private String title(String part) {
        return getTranslation(part.equals(AUDIT) ? "audit.title" : "reconcile.copy." + part + ".title");
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(title, getTranslation("menu.reconcile"));
    }
}
