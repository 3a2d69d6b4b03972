/** What every module may use: typed ids, messages, time, security of the caller, problem details and shared pages. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        displayName = "Base",
        allowedDependencies = {})
@NullMarked
package dev.gangway.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
