/** Commands about login sessions. */
@NamedInterface("command")
@NullMarked
package dev.gangway.login.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
