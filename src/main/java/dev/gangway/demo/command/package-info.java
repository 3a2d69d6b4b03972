/** The command that makes demo data. */
@NamedInterface("command")
@NullMarked
package dev.gangway.demo.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
