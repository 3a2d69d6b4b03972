package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.Onboardings;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The first address: leads to the page that a person needs first, by role and by how far the onboarding is. */
@Route("")
@PermitAll
public class RootView extends Div implements BeforeEnterObserver {

    private static final List<Workplace> WORKPLACES = List.of(
            new Workplace(Role.ADMIN, "admin/sessions"),
            new Workplace(Role.TRAINER, "trainer/sessions"),
            new Workplace(Role.USER, "sessions"));

    private final Onboardings onboardings;
    private final CurrentCaller caller;

    RootView(Onboardings onboardings, CurrentCaller caller) {
        this.onboardings = onboardings;
        this.caller = caller;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller person = caller.get();
        if (person.is(Role.USER) && !onboardings.isCompleted(person.userId())) {
            event.forwardTo(OnboardingView.class);
        } else {
            event.forwardTo(WORKPLACES.stream()
                    .filter(place -> person.is(place.role()) && isThere(place.address()))
                    .map(Workplace::address)
                    .findFirst()
                    .orElse("account"));
        }
    }

    private static boolean isThere(String address) {
        return RouteConfiguration.forApplicationScope().getRoute(address).isPresent();
    }

    /**
     * Where people of a role go on.
     *
     * @param address of a page of whichever module has it
     */
    private record Workplace(Role role, String address) {}
}
