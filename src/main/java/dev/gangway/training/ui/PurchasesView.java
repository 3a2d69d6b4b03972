package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Parts;
import dev.gangway.training.Purchase;
import dev.gangway.training.PurchaseFilter;
import dev.gangway.training.PurchaseStatus;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What students bought: found, looked into and changed, synchronised, and given a trainer. The list is at {@code
 * /admin/purchases}, those who wait at {@code …/waitlist}, the form for another one at {@code …/new}, a purchase at its id.
 */
@Route("admin/purchases/:part?")
@Menu(title = "menu.purchases", icon = "purchases", order = 60)
@RolesAllowed(Role.ADMIN_NAME)
public class PurchasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "admin/purchases";
    static final String WAITLIST = "waitlist";
    static final String NEW = "new";
    static final String TRAINER = "trainer";
    static final String REPEATED = "repeated";

    private final transient PurchaseServices services;
    private String shown = "";

    PurchasesView(PurchaseServices services) {
        this.services = services;
        addClassNames("page", "wide", "office");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String part = event.getRouteParameters().get("part").orElse("");
        QueryParameters query = event.getLocation().getQueryParameters();
        switch (part) {
            case "" -> {
                shown = "";
                showList(new PurchaseFilter("", null, trainer(query)), part);
            }
            case WAITLIST -> {
                shown = waitlist();
                showList(new PurchaseFilter("", PurchaseStatus.WAITLISTED, null), part);
            }
            case NEW -> {
                shown = getTranslation("purchases.assign");
                add(new BookingPanel(services));
            }
            default -> {
                Purchase purchase = found(part);
                shown = purchase.bookingId();
                add(new PurchasePanel(
                        purchase, services, query.getSingleParameter(REPEATED).isPresent()));
            }
        }
    }

    private Purchase found(String id) {
        return id(id).flatMap(
                        each -> services.purchases().find(services.caller().get(), each))
                .orElseThrow(NotFoundException::new);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static @Nullable UserId trainer(QueryParameters query) {
        return query.getSingleParameter(TRAINER)
                .filter(id -> !id.isBlank() && id.length() <= UserId.MAX_LENGTH && id.indexOf('\0') < 0)
                .map(UserId::new)
                .orElse(null);
    }

    private void showList(PurchaseFilter filter, String part) {
        Anchor assign = new Anchor(ADDRESS + "/" + NEW, getTranslation("purchases.assign"));
        assign.addClassName("link-button");
        Div head = new Div(new H1(getTranslation("menu.purchases")), new Paragraph(getTranslation("purchases.lead")));
        head.addClassName("page-head");
        Parts parts = new Parts(getTranslation("purchases.parts"));
        parts.addPart(ADDRESS, getTranslation("purchases.all"), part.isEmpty());
        parts.addPart(ADDRESS + "/" + WAITLIST, waitlist(), part.equals(WAITLIST));
        add(head, parts, new SyncAllPanel(services, assign), new PurchaseList(filter, part.equals(WAITLIST), services));
    }

    private String waitlist() {
        return getTranslation("purchases.waitlist", services.overviews().waiting());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(shown, getTranslation("menu.purchases"));
    }
}
