/** Commands about wizards. */
@NamedInterface("command")
@NullMarked
package dev.gangway.wizard.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
