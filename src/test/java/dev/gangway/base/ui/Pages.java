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
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Opens pages without a browser, as someone who is logged in. */
@Component
public class Pages {

    private final ApplicationContext context;

    Pages(ApplicationContext context) {
        this.context = context;
    }

    /** A fresh browser tab of an account with the given roles. */
    public void openAs(UserId userId, Role... roles) {
        Caller caller = new Caller(userId, userId.value(), Set.of(roles), new UUID(0, 1));
        Authentication authentication = new UsernamePasswordAuthenticationToken(
                caller,
                null,
                Arrays.stream(roles)
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
        MockVaadin.setup(
                MockedUI::new,
                new MockSpringServlet(new Routes().autoDiscoverViews("dev.gangway"), context, MockedUI::new));
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    /** Leaves every page, logged out. */
    public void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }
}
