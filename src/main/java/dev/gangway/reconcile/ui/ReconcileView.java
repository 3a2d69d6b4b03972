package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
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
import dev.gangway.reconcile.Reconciliations;
import jakarta.annotation.security.RolesAllowed;

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
    }

    private CopyPanel panel(String shown) {
        Copy copy = reconciliations.copies().stream()
                .filter(each -> each.name().equals(shown))
                .findAny()
                .orElseThrow(NotFoundException::new);
        return new CopyPanel(reconciliations, caller, copy);
    }

    private Nav parts(String shown) {
        UnorderedList list = new UnorderedList();
        for (Copy copy : reconciliations.copies()) {
            list.add(part(copy.name(), getTranslation("reconcile.copy." + copy.name() + ".title"), shown));
        }
        list.add(part(AUDIT, getTranslation("audit.title"), shown));
        Nav nav = new Nav(list);
        nav.setAriaLabel(getTranslation("reconcile.parts"));
        nav.addClassName("parts");
        return nav;
    }

    private static ListItem part(String name, String title, String shown) {
        Anchor link = new Anchor(ADDRESS + name, title);
        if (name.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.reconcile") + " · Gangway";
    }
}
