package dev.gangway.wizard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wizard in a list; what it asks is in its versions.
 *
 * @param builtIn whether it comes with the application: the onboarding
 * @param name unique among all wizards
 * @param description of the version that is run, or else of the draft; so are category, minutes and number of steps
 * @param version the version that new wizard sessions run, or ran last; null before the first is published
 * @param draftVersion the version that is being written; null where there is none
 * @param completedSessions how many wizard sessions were completed, over all versions
 * @param endsAt when wizard sessions that still run expire; null where they may go on to their end
 */
public record Wizard(
        UUID id,
        boolean builtIn,
        String name,
        String description,
        String category,
        @Nullable Integer estimatedMinutes,
        int steps,
        WizardStatus status,
        @Nullable Integer version,
        @Nullable Integer draftVersion,
        long completedSessions,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant endsAt) {

    /**
     * The version that new wizard sessions run.
     *
     * @throws IllegalStateException when none was published yet
     */
    public int requireVersion() {
        if (version == null) {
            throw new IllegalStateException("Never published: " + id);
        }
        return version;
    }
}
