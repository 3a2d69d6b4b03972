/** How the archive of a person's data is made. */
@NullMarked
package dev.gangway.privacy.internal;

import org.jspecify.annotations.NullMarked;
