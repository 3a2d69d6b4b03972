package dev.gangway.account;

import dev.gangway.base.UserId;

/** An account lost a role: pages that are open with it must not go on as if it had it; told in the transaction of that. */
public record RolesTaken(UserId userId) {}
