package dev.gangway.wizard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of an account's wizard sessions in a list.
 *
 * @param builtIn whether its wizard comes with the application: the onboarding
 * @param currentStep the key of the step where the person is
 * @param progress per cent, two decimals
 */
public record OwnWizardSession(
        WizardSessionId id,
        UUID wizardId,
        String wizardName,
        boolean builtIn,
        int wizardVersion,
        String name,
        WizardSessionStatus status,
        String currentStep,
        BigDecimal progress,
        long version,
        Instant startedAt,
        Instant lastActivityAt,
        @Nullable Instant completedAt,
        @Nullable Long totalTimeSeconds) {}
