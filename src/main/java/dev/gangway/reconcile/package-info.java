/** One view over every copy that must agree with its source: what disagrees, mending it in the background, and undo. */
@ApplicationModule(
        displayName = "Reconcile",
        allowedDependencies = {"base", "audit"})
@NullMarked
package dev.gangway.reconcile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
