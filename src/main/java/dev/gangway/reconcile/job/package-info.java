/** What runs in the background to reconcile. */
@NullMarked
package dev.gangway.reconcile.job;

import org.jspecify.annotations.NullMarked;
