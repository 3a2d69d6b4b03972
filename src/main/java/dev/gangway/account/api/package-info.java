/** The API by which administrators manage accounts. */
@NullMarked
package dev.gangway.account.api;

import org.jspecify.annotations.NullMarked;
