/** What is stored about a person: handed out whole, and erased whole. */
@ApplicationModule(
        displayName = "Personal data",
        allowedDependencies = {"base", "account", "audit"})
@NullMarked
package dev.gangway.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
