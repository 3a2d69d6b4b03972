/** What runs in the background for login sessions. */
@NullMarked
package dev.gangway.login.job;

import org.jspecify.annotations.NullMarked;
