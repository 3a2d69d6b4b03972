package dev.gangway.base;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says whether this is a demonstration, with example accounts whose passwords everyone knows: exactly when the database
 * is the embedded one, unless {@code gangway.demo} says otherwise.
 */
@Component
@EnableConfigurationProperties(DemoProperties.class)
public class DemoMode {

    private final boolean enabled;

    DemoMode(DemoProperties properties) {
        this.enabled = properties.demo();
    }

    /** Whether example accounts and data are wanted. */
    public boolean enabled() {
        return enabled;
    }
}
