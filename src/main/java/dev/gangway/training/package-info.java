/** Trainers, what students buy, who gives their lessons and when, and the copies of these lessons that both sides see. */
@ApplicationModule(
        displayName = "Training",
        allowedDependencies = {"base", "account", "audit", "live", "live :: ui"})
@NullMarked
package dev.gangway.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
