package dev.gangway.login.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.security.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Leads whoever must have a second factor and has none to where it is set up, whatever page they ask for. It names the address and
 * not the view, whose dialogs would else be loaded with each first page (ADR 66).
 */
@Component
class SecondFactorGuard implements VaadinServiceInitListener {

    private final SecondFactors factors;

    SecondFactorGuard(SecondFactors factors) {
        this.factors = factors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent event) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && !SecondFactorView.ADDRESS.equals(event.getLocation().getPath())
                && factors.isMissing(caller.userId(), caller.roles())) {
            event.forwardTo(SecondFactorView.ADDRESS);
        }
    }
}
