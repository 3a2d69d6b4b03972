/** The log-in page and the account's own page. */
@NullMarked
package dev.gangway.login.ui;

import org.jspecify.annotations.NullMarked;
