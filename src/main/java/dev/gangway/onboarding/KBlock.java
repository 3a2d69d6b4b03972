package dev.gangway.onboarding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The knowledge block made from an account's first declaration.
 *
 * @param layer 1
 * @param title the first sentence, at most 80 characters
 * @param content the declaration
 * @param loss how much of what is meant gets lost, 0 to 1
 * @param justification the loss in words
 */
public record KBlock(
        UUID id, int layer, String title, String content, BigDecimal loss, String justification, Instant createdAt) {}
