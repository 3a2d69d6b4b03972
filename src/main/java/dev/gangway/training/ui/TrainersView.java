package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Parts;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who gives lessons, where and how much, with the zones and courses that they work in, each part at an address of its own. */
@Route("admin/trainers/:part?")
@Menu(title = "menu.trainers", icon = "trainers", order = 61)
@RolesAllowed(Role.ADMIN_NAME)
public class TrainersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "admin/trainers";
    static final String MAP = "map";
    static final String ZONES = "zones";
    static final String COURSES = "courses";
    static final String DEPARTURE = "departure";
    static final String TRAINER = "trainer";

    private final transient TrainerServices services;
    private String shown = "";

    TrainersView(TrainerServices services) {
        this.services = services;
        addClassNames("page", "wide", "office");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        String part = event.getRouteParameters().get("part").orElse("");
        if (part.equals(DEPARTURE)) {
            DeparturePanel departure = new DeparturePanel(leaver(event), services);
            shown = departure.title();
            add(departure);
            return;
        }
        Div content = switch (part) {
            case "" -> new TrainerList(services);
            case MAP -> new MapPanel(services);
            case ZONES -> new ZoneList(services);
            case COURSES -> new CourseList(services);
            default -> throw new NotFoundException();
        };
        shown = part.isEmpty() ? "" : getTranslation("trainers." + part);
        Div head = new Div(new H1(getTranslation("menu.trainers")), new Paragraph(getTranslation("trainers.lead")));
        head.addClassName("page-head");
        add(head, parts(part), content);
    }

    private UserId leaver(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TRAINER)
                .filter(id -> !id.isBlank() && id.length() <= UserId.MAX_LENGTH && id.indexOf('\0') < 0)
                .map(UserId::new)
                .filter(id -> services.trainers().find(id).isPresent())
                .orElseThrow(NotFoundException::new);
    }

    private Parts parts(String current) {
        Parts parts = new Parts(getTranslation("trainers.parts"));
        for (String part : List.of("", MAP, ZONES, COURSES)) {
            String address = part.isEmpty() ? ADDRESS : ADDRESS + "/" + part;
            String title = getTranslation(part.isEmpty() ? "menu.trainers" : "trainers." + part);
            parts.addPart(address, title, part.equals(current));
        }
        return parts;
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(shown, getTranslation("menu.trainers"));
    }
}
