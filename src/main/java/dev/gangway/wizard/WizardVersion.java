package dev.gangway.wizard;

import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.WizardContent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a wizard; frozen once it is published.
 *
 * @param version from 1
 * @param revision counts the savings of the draft, from 1
 * @param createdBy whose account began it; null where the account is gone, or it came with the application
 * @param publishedAt null while it is a draft
 */
public record WizardVersion(
        UUID wizardId,
        int version,
        WizardStatus status,
        WizardContent content,
        long revision,
        @Nullable UserId createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {}
