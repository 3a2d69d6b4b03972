/** What runs in the background for accounts. */
@NullMarked
package dev.gangway.account.job;

import org.jspecify.annotations.NullMarked;
