/** Where the tables live: an embedded PostgreSQL that needs no installation, or the external one that is configured. */
@ApplicationModule(displayName = "Database", allowedDependencies = "base")
@NullMarked
package dev.gangway.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
