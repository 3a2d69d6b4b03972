/** The audit trail: who did what to whose data, added to and never changed. */
@ApplicationModule(
        displayName = "Audit trail",
        allowedDependencies = {"base"})
@NullMarked
package dev.gangway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
