/** How accounts are stored and passwords are hashed. */
@NullMarked
package dev.gangway.account.internal;

import org.jspecify.annotations.NullMarked;
