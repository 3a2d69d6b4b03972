/** Where the keys come from, how data keys are wrapped, and the table that holds them. */
@NullMarked
package dev.gangway.base.secret.internal;

import org.jspecify.annotations.NullMarked;
