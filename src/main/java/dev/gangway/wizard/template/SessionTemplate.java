package dev.gangway.wizard.template;

import java.time.Instant;
import java.util.UUID;

/**
 * Saved answers of a completed wizard session, as lists show them; says nothing of its owner but whether that is the
 * reader.
 *
 * @param wizardVersion the version that the answers were given to
 * @param isPublic whether everybody may see and use it
 * @param isOwn whether the reader made it
 * @param timesUsed how many wizard sessions were started from it
 */
public record SessionTemplate(
        UUID id,
        UUID wizardId,
        int wizardVersion,
        String wizardName,
        String name,
        String description,
        boolean isPublic,
        boolean isOwn,
        long timesUsed,
        Instant createdAt) {}
