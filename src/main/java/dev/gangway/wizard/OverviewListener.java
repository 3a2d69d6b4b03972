package dev.gangway.wizard;

import dev.gangway.base.UserId;
import java.util.Set;

/**
 * Learns which wizard sessions the all-sessions grid shows anew. Every bean of this type is told, on the replica that did
 * the work and after its commit; quickly, because the next projection waits for it.
 */
@FunctionalInterface
public interface OverviewListener {

    /**
     * Wizard sessions changed, began or are gone.
     *
     * @param changed which; never empty
     * @param owners the accounts of those that are there
     */
    void projected(Set<WizardSessionId> changed, Set<UserId> owners);
}
