/** Secrets at rest: sealed with a data key that is itself wrapped by a key from the configuration, and re-sealed while the server runs. */
@NullMarked
package dev.gangway.base.secret;

import org.jspecify.annotations.NullMarked;
