/** Commands that write and read backups. */
@NamedInterface("command")
@NullMarked
package dev.gangway.backup.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
