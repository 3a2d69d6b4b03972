package dev.gangway.wizard;

import java.util.Set;

/**
 * Learns which wizard sessions the all-sessions grid shows anew. Every bean of this type is told, on the replica that did
 * the work and after its commit; quickly, because the next projection waits for it.
 */
@FunctionalInterface
public interface OverviewListener {

    /** These wizard sessions changed, began or are gone; never empty. */
    void projected(Set<WizardSessionId> changed);
}
