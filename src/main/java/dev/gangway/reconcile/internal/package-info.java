/** How applies are stored and worked off. */
@NullMarked
package dev.gangway.reconcile.internal;

import org.jspecify.annotations.NullMarked;
