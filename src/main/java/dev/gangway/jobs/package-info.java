/** What runs in the background by itself: how it stands on all replicas, and having it run now. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"base", "audit"})
@NullMarked
package dev.gangway.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
