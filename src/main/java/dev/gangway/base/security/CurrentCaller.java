package dev.gangway.base.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Answers who is calling, for pages, controllers and services alike. */
@Component
public class CurrentCaller {

    /**
     * The caller of the current request.
     *
     * @throws IllegalStateException where nobody is logged in; routes and methods are guarded before they ask
     */
    public Caller get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody is logged in");
    }
}
