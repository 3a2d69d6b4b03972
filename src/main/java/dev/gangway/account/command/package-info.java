/** Commands about accounts. */
@NullMarked
package dev.gangway.account.command;

import org.jspecify.annotations.NullMarked;
