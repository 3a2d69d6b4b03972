/** The API of logging in and of one's own login sessions. */
@NullMarked
package dev.gangway.login.api;

import org.jspecify.annotations.NullMarked;
