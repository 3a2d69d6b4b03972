/** The page that makes copies agree with their source. */
@NullMarked
package dev.gangway.reconcile.ui;

import org.jspecify.annotations.NullMarked;
