/** Commands about accounts. */
@NamedInterface("command")
@NullMarked
package dev.gangway.account.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
