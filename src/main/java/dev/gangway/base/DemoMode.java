package dev.gangway.base;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says whether this is a demonstration, with example accounts whose passwords everyone knows: exactly when the database
 * is the embedded one, unless {@code gangway.demo} says otherwise.
 */
@Component
public class DemoMode {

    private final boolean enabled;

    DemoMode(@Value("${gangway.demo}") boolean enabled) {
        this.enabled = enabled;
    }

    /** Whether example accounts and data are wanted. */
    public boolean enabled() {
        return enabled;
    }
}
