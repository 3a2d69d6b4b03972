/** The whole database in one file, written while servers run, and read back into an empty database. */
@ApplicationModule(displayName = "Backup", allowedDependencies = "base")
@NullMarked
package dev.gangway.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
