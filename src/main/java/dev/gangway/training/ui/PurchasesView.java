package dev.gangway.training.ui;

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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
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
            case "" -> showList(new PurchaseFilter("", null, trainer(query)), part);
            case WAITLIST -> showList(new PurchaseFilter("", PurchaseStatus.WAITLISTED, null), part);
            case NEW -> add(new BookingPanel(services));
            default ->
                add(new PurchasePanel(
                        found(part),
                        services,
                        query.getSingleParameter(REPEATED).isPresent()));
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
        UnorderedList parts = new UnorderedList(
                part(ADDRESS, getTranslation("purchases.all"), part.isEmpty()),
                part(
                        ADDRESS + "/" + WAITLIST,
                        getTranslation(
                                "purchases.waitlist", services.overviews().waiting()),
                        part.equals(WAITLIST)));
        Nav nav = new Nav(parts);
        nav.setAriaLabel(getTranslation("purchases.parts"));
        nav.addClassName("parts");
        add(head, nav, new SyncAllPanel(services, assign), new PurchaseList(filter, part.equals(WAITLIST), services));
    }

    static ListItem part(String address, String title, boolean isShown) {
        Anchor link = new Anchor(address, title);
        if (isShown) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.purchases") + " · Gangway";
    }
}
