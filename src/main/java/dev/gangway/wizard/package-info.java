/** The engine that walks an account through the steps of a wizard: progress, step rules, drafts, versions and merging. */
@ApplicationModule(
        displayName = "Wizard",
        allowedDependencies = {"base", "audit", "live", "live :: ui"})
@NullMarked
package dev.gangway.wizard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
