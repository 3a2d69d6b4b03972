/** Secrets that can be recognised, used everywhere, and looked for where they must not be. */
@NullMarked
package dev.gangway.bench.canary;

import org.jspecify.annotations.NullMarked;
