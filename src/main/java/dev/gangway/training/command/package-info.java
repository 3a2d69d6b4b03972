/** Commands about training. */
@NamedInterface("command")
@NullMarked
package dev.gangway.training.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
