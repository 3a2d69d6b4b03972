package dev.gangway.base.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kotlin.jvm.functions.Function0;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Opens pages without a browser, as someone who is logged in. */
@Component
public class Pages {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Found once: it takes reading the whole class path. */
    private static final Routes ROUTES = new Routes().autoDiscoverViews("dev.gangway");

    private final ApplicationContext context;

    Pages(ApplicationContext context) {
        this.context = context;
    }

    /** A fresh browser tab of an account with the given roles. */
    public void openAs(UserId userId, Role... roles) {
        openAs(new Caller(userId, userId.value(), Set.of(roles), new UUID(0, 1)));
    }

    /** A fresh browser tab of somebody with a login session of their own. */
    public void openAs(Caller caller) {
        openAs(caller, MockedUI::new);
    }

    /** The same in a tab of the test's own making. */
    public void openAs(Caller caller, Function0<UI> tab) {
        Authentication authentication = new UsernamePasswordAuthenticationToken(
                caller,
                null,
                caller.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
        SecurityContextHolder.getContext().setAuthentication(authentication);
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(authentication);
            request.setUserInRole((who, role) ->
                    caller.roles().stream().anyMatch(held -> held.name().equals(role)));
            return request;
        });
        MockVaadin.setup(tab, new MockSpringServlet(ROUTES, context, tab));
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Waits, as an open page does, until something that the server says by itself has come. */
    public void hears(BooleanSupplier there) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The page heard nothing of it");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            MockVaadin.clientRoundtrip(false);
        }
    }

    /** Leaves every page, logged out. */
    public void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }
}
