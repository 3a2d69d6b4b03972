package dev.gangway.login.ui;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** After the log-in people return to the address that they asked for, without {@code ?continue} added to it. */
@Configuration(proxyBeanMethods = false)
class ReturnAddress {

    @SuppressWarnings("NullAway") // null is how the setter is told to add nothing; it is not annotated so
    ReturnAddress(VaadinDefaultRequestCache cache) {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setMatchingRequestParameterName(null);
        cache.setDelegateRequestCache(asked);
    }
}
