package dev.gangway.training;

import dev.gangway.base.UserId;
import java.util.UUID;

/**
 * A lesson that another trainer is to give.
 *
 * @param lesson which lesson of a purchase
 * @param taker who is to give it
 */
public record Handover(UUID lesson, UserId taker) {}
