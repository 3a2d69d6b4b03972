package dev.gangway.login.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Router;
import com.vaadin.flow.router.internal.NavigationRouteTarget;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.server.auth.NavigationContext;
import com.vaadin.flow.spring.SpringServlet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.ResolvableType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 404 for an address without a page and for one whose page the caller's roles do not allow, so that the two cannot
 * be told apart; the body is the same too, since Vaadin shows its not-found page for both. By itself Vaadin answers 200.
 */
public class PageStatusFilter extends OncePerRequestFilter {

    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD");

    private final ObjectProvider<ServletRegistrationBean<SpringServlet>> servlet;
    private final ObjectProvider<NavigationAccessControl> access;
    private final RequestMatcher noPage;

    /**
     * A filter for all requests but those that ask for no page.
     *
     * @param beans where Vaadin's servlet and access control are found once they are made
     * @param noPage files and requests of open pages
     */
    public PageStatusFilter(BeanFactory beans, RequestMatcher noPage) {
        this.servlet = beans.getBeanProvider(
                ResolvableType.forClassWithGenerics(ServletRegistrationBean.class, SpringServlet.class));
        this.access = beans.getBeanProvider(NavigationAccessControl.class);
        this.noPage = noPage;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE_METHODS.contains(request.getMethod()) || noPage.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SpringServlet vaadin = servlet.getObject().getServlet();
        VaadinService service = vaadin == null ? null : vaadin.getService();
        if (service != null && !isOpen(request, service)) {
            response.setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
        chain.doFilter(request, response);
    }

    private boolean isOpen(HttpServletRequest request, VaadinService service) {
        String path = request.getServletPath().replaceFirst("^/", "");
        Router router = service.getRouter();
        NavigationRouteTarget target = router.getRegistry().getNavigationRouteTarget(path);
        Class<? extends Component> page = page(target);
        if (page == null) {
            return false;
        }
        NavigationContext navigation = new NavigationContext(
                router,
                page,
                new Location(path, QueryParameters.empty()),
                target.getRouteParameters(),
                request.getUserPrincipal(),
                request::isUserInRole,
                false,
                false);
        return access.getObject().checkAccess(navigation, true).decision() == AccessCheckDecision.ALLOW;
    }

    private static @Nullable Class<? extends Component> page(@Nullable NavigationRouteTarget target) {
        return target == null || target.getRouteTarget() == null
                ? null
                : target.getRouteTarget().getTarget();
    }
}
