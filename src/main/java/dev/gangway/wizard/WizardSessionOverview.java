package dev.gangway.wizard;

import dev.gangway.base.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the all-sessions grid: any account's wizard session.
 *
 * @param accountName what the account is called
 * @param name what the person calls the wizard session
 * @param builtIn whether the wizard is one of the product's own
 * @param currentStep the key of the step it stands at
 * @param progress 0.00 to 100.00
 * @param completedAt null as long as it is not finished
 * @param totalTimeSeconds from the start to the end; null as long as it is not finished
 * @param version the wizard session's version that this row shows
 */
public record WizardSessionOverview(
        WizardSessionId id,
        UserId userId,
        String accountName,
        String name,
        UUID wizardId,
        String wizardName,
        boolean builtIn,
        int wizardVersion,
        WizardSessionStatus status,
        String currentStep,
        BigDecimal progress,
        Instant startedAt,
        Instant lastActivityAt,
        @Nullable Instant completedAt,
        @Nullable Long totalTimeSeconds,
        long version) {}
