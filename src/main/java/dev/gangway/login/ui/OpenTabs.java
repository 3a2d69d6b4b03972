package dev.gangway.login.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
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
 * Has the open pages of a login session that was ended elsewhere, or whose account lost a role, leave at once, without a
 * request of their own: each loads itself again, is asked to log in where that is needed and comes back to where it was, if
 * it still may be there. The page on this side hears nothing more.
 *
 * <p>What was heard is looked up first, in one statement for all of a replica's pages, also after a time in which nothing
 * could be heard.
 */
@Component
class OpenTabs implements VaadinServiceInitListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTabs.class);

    private final Map<UUID, Set<Tab>> open = new ConcurrentHashMap<>();
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
                add(caller.loginSessionId(), new Tab(init.getUI(), caller.roles()));
            }
        });
    }

    private void add(UUID loginSession, Tab tab) {
        open.compute(loginSession, (id, others) -> {
            Set<Tab> tabs = others == null ? ConcurrentHashMap.newKeySet() : others;
            tabs.add(tab);
            return tabs;
        });
        tab.ui()
                .addDetachListener(gone -> open.computeIfPresent(loginSession, (id, tabs) -> {
                    tabs.remove(tab);
                    return tabs.isEmpty() ? null : tabs;
                }));
    }

    private void look(LiveChange change) {
        Set<UUID> asked = open.keySet().stream()
                .filter(id -> change.mayConcern(id.toString()))
                .collect(Collectors.toSet());
        try {
            Map<UUID, Set<Role>> live = loginSessions.live(asked);
            for (UUID id : asked) {
                Set<Role> roles = live.getOrDefault(id, Set.of());
                open.getOrDefault(id, Set.of()).stream()
                        .filter(tab -> !live.containsKey(id) || !roles.containsAll(tab.roles()))
                        .forEach(tab -> leave(tab.ui()));
            }
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

    private record Tab(UI ui, Set<Role> roles) {}
}
