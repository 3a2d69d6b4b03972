/** Accounts, what they may do, and the check of a name and password with everything that guards it. */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"base", "database", "audit"})
@NullMarked
package dev.gangway.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
