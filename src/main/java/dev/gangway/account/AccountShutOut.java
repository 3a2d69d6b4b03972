package dev.gangway.account;

import dev.gangway.base.UserId;

/**
 * An account was disabled or got another password from an administrator, or is about to be erased: whoever is logged in with
 * it has to go, in the same transaction.
 */
public record AccountShutOut(UserId userId) {}
