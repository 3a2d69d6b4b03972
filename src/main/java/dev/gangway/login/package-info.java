/** Login sessions with their copy of the onboarding status, and the two security chains that let callers in by them. */
@ApplicationModule(
        displayName = "Login sessions",
        allowedDependencies = {"base", "account", "onboarding", "audit", "database", "privacy", "live"})
@NullMarked
package dev.gangway.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
