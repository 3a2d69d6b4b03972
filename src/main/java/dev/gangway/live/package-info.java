/** What changed, told to the open pages of every replica. */
@ApplicationModule(displayName = "Live", allowedDependencies = "base")
@NullMarked
package dev.gangway.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
