/** What keeps secrets sealed with the active key in the background. */
@NullMarked
package dev.gangway.base.secret.job;

import org.jspecify.annotations.NullMarked;
