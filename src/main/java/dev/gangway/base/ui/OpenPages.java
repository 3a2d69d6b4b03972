package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import dev.gangway.base.security.Caller;
import java.util.Comparator;
import java.util.LinkedHashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Bounds the memory that open pages take: the pages of one browser, and those of all browsers that nobody has logged in with,
 * each of which costs a stranger no more than a request. The one that was quiet longest goes. Whoever comes back to it has it
 * loaded anew, and finds what they typed as a draft.
 */
@Component
class OpenPages implements VaadinServiceInitListener {

    /** Of one browser; more than people keep an overview of. */
    static final int MOST_OF_A_BROWSER = 50;

    /** Browsers that nobody has logged in with, of one replica. */
    static final int MOST_STRANGERS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);

    private final LinkedHashSet<VaadinSession> strangers = new LinkedHashSet<>();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        service.addSessionInitListener(init -> {
            if (!isSomebodyLoggedIn()) {
                add(init.getSession());
            }
        });
        service.addUIInitListener(init -> {
            if (isSomebodyLoggedIn()) {
                forget(init.getUI().getSession());
            }
            closeBeyond(init.getUI());
        });
        service.addSessionDestroyListener(destroyed -> forget(destroyed.getSession()));
    }

    private static void closeBeyond(UI opened) {
        var others = opened.getSession().getUIs().stream()
                .filter(other -> !other.equals(opened) && !other.isClosing())
                .sorted(Comparator.comparingLong(other -> other.getInternals().getLastHeartbeatTimestamp()))
                .toList();
        others.stream()
                .limit(Math.max(0, others.size() + 1 - MOST_OF_A_BROWSER))
                .forEach(UI::close);
    }

    private void add(VaadinSession session) {
        VaadinSession oldest = session;
        synchronized (strangers) {
            strangers.add(session);
            if (strangers.size() > MOST_STRANGERS) {
                oldest = strangers.removeFirst();
            }
        }
        if (!oldest.equals(session)) {
            try {
                oldest.getSession().invalidate();
            } catch (IllegalStateException ended) {
                LOG.debug("A browser's pages had ended already", ended);
            }
        }
    }

    private void forget(VaadinSession session) {
        synchronized (strangers) {
            strangers.remove(session);
        }
    }

    private static boolean isSomebodyLoggedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller;
    }
}
