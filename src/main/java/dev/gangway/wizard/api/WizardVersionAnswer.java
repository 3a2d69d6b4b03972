package dev.gangway.wizard.api;

import dev.gangway.base.UserId;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of a wizard in the list of all of them; what it asks is answered one by one. */
record WizardVersionAnswer(
        UUID wizardId,
        int version,
        WizardStatus status,
        String name,
        @Nullable UserId createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {

    static WizardVersionAnswer of(WizardVersion version) {
        return new WizardVersionAnswer(
                version.wizardId(),
                version.version(),
                version.status(),
                version.content().name(),
                version.createdBy(),
                version.createdAt(),
                version.updatedAt(),
                version.publishedAt());
    }
}
