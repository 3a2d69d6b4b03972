package dev.gangway.wizard;

import java.util.UUID;

/**
 * What readers of the all-sessions grid see wizards and steps called, so that these columns are sorted by what they show: the
 * product's own wizards have a name in each language, and steps have titles.
 */
public interface OverviewNames {

    /** Wizards by the name that is stored, steps by their key. */
    OverviewNames AS_STORED = new OverviewNames() {
        @Override
        public String wizard(UUID id, String name) {
            return name;
        }

        @Override
        public String step(UUID wizardId, String key) {
            return key;
        }
    };

    /** What a wizard is called whose stored name is this. */
    String wizard(UUID id, String name);

    /** What a wizard's step is called; its key where it has no name. */
    String step(UUID wizardId, String key);
}
