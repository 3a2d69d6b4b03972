package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.gangway.base.security.Caller;
import dev.gangway.base.ui.Leaving;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveChanges;
import dev.gangway.login.LoginSessions;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Has the open pages of a login session that was ended elsewhere leave at once, without a request of their own: each loads
 * itself again, is asked to log in and comes back to where it was. The page on this side hears nothing more.
 *
 * <p>What was heard is looked up first, in one statement for all of a replica's pages, also after a time in which nothing
 * could be heard.
 */
@Component
class OpenTabs implements VaadinServiceInitListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTabs.class);

    private final Map<UUID, Set<UI>> open = new ConcurrentHashMap<>();
    private final ExecutorService looking = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("gangway-open-tabs").factory());
    private final LoginSessions loginSessions;

    OpenTabs(LoginSessions loginSessions, LiveChanges live) {
        this.loginSessions = loginSessions;
        var _ = live.subscribe(LoginSessions.ENDED, change -> looking.execute(() -> look(change)));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
                add(caller.loginSessionId(), init.getUI());
            }
        });
    }

    private void add(UUID loginSession, UI ui) {
        open.compute(loginSession, (id, others) -> {
            Set<UI> tabs = others == null ? ConcurrentHashMap.newKeySet() : others;
            tabs.add(ui);
            return tabs;
        });
        ui.addDetachListener(gone -> open.computeIfPresent(loginSession, (id, tabs) -> {
            tabs.remove(ui);
            return tabs.isEmpty() ? null : tabs;
        }));
    }

    private void look(LiveChange change) {
        Set<UUID> asked = open.keySet().stream()
                .filter(id -> change.mayConcern(id.toString()))
                .collect(Collectors.toSet());
        try {
            Set<UUID> live = loginSessions.live(asked);
            asked.stream()
                    .filter(id -> !live.contains(id))
                    .flatMap(id -> open.getOrDefault(id, Set.of()).stream())
                    .forEach(OpenTabs::leave);
        } catch (RuntimeException failure) {
            // Each of them is asked who they are at their next request at the latest.
            LOG.warn("Whether open pages have to be left could not be looked up", failure);
        }
    }

    private static void leave(UI ui) {
        try {
            var _ = ui.access(() -> {
                if (!Leaving.isUnderWay(ui) && !ui.isClosing()) {
                    ui.getPage().reload();
                    ui.push();
                    ui.close();
                }
            });
        } catch (UIDetachedException gone) {
            LOG.debug("A page was left already", gone);
        }
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }
}
