/**
 * How commands are run: a command is a picocli {@code @Command} class that implements {@code Callable<Integer>} (exit code 0 or
 * 1; 2 is picocli's for wrong usage), gets Spring beans by its constructor, and is named in {@code GangwayCommands}. It writes
 * to the streams of its {@code CommandSpec}'s command line. The package of a module's commands is a named interface,
 * {@code @NamedInterface("command")}, so that {@code GangwayCommands} may name them.
 */
@NullMarked
package dev.gangway.base.command;

import org.jspecify.annotations.NullMarked;
