/** What pages ask of accounts. */
@NullMarked
package dev.gangway.account.ui;

import org.jspecify.annotations.NullMarked;
