/** Makes people and wizard sessions as they might be, any number of them, for demonstrations, tests and benchmarks. */
@ApplicationModule(
        displayName = "Demo data",
        allowedDependencies = {"base", "account", "wizard", "wizard :: definition"})
@NullMarked
package dev.gangway.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
