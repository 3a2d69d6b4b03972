package dev.gangway.wizard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A wizard as the API answers it.
 *
 * @param draftVersion told to administrators only
 * @param steps as in its definition; left out in lists
 */
record WizardAnswer(
        UUID id,
        String name,
        String description,
        String category,
        @Nullable Integer estimatedMinutes,
        WizardStatus status,
        @Nullable Integer version,
        @Nullable Integer draftVersion,
        boolean builtIn,
        int stepCount,
        long completedSessions,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant endsAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode steps) {

    static WizardAnswer of(Wizard wizard, @Nullable Integer draftVersion, @Nullable JsonNode steps) {
        return new WizardAnswer(
                wizard.id(),
                wizard.name(),
                wizard.description(),
                wizard.category(),
                wizard.estimatedMinutes(),
                wizard.status(),
                wizard.version(),
                draftVersion,
                wizard.builtIn(),
                wizard.steps(),
                wizard.completedSessions(),
                wizard.createdAt(),
                wizard.updatedAt(),
                wizard.archivedAt(),
                wizard.endsAt(),
                steps);
    }
}
