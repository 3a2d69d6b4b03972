/** The onboarding: the built-in wizard of six steps with its typed answers, summary, cleanup and import. */
@ApplicationModule(
        displayName = "Onboarding",
        allowedDependencies = {"base", "audit", "account", "wizard", "wizard :: ui", "live", "live :: ui"})
@NullMarked
package dev.gangway.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
