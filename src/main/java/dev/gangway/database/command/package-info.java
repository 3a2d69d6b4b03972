/** Commands about the database. */
@NamedInterface("command")
@NullMarked
package dev.gangway.database.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
