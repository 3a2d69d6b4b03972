package dev.gangway.wizard.api;

import dev.gangway.base.UserId;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.WizardSessionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A wizard session in a list, without its responses. */
record WizardSessionItem(
        UUID id,
        UUID wizardId,
        String wizardName,
        int wizardVersion,
        UserId userId,
        String sessionName,
        WizardSessionStatus status,
        String currentStepId,
        BigDecimal progressPercentage,
        Instant startedAt,
        Instant lastActivityAt,
        @Nullable Instant completedAt,
        @Nullable Long totalTimeSeconds,
        long version) {

    static WizardSessionItem of(UserId owner, OwnWizardSession own) {
        return new WizardSessionItem(
                own.id().value(),
                own.wizardId(),
                own.wizardName(),
                own.wizardVersion(),
                owner,
                own.name(),
                own.status(),
                own.currentStep(),
                own.progress(),
                own.startedAt(),
                own.lastActivityAt(),
                own.completedAt(),
                own.totalTimeSeconds(),
                own.version());
    }
}
