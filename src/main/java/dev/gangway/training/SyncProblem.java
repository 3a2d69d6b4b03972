package dev.gangway.training;

import dev.gangway.base.Message;
import java.util.UUID;

/**
 * A row that could not be synced.
 *
 * @param row the purchase session; where a purchase has none, the purchase
 * @param why what is wrong, for an administrator; holds no text of the database
 */
public record SyncProblem(UUID row, Message why) {}
