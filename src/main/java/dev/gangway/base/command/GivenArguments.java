package dev.gangway.base.command;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on the command line: settings such as {@code --server.port=9000}, then the command with all that is its own.
 * Behind {@code serve}, which has nothing of its own, there may be settings too.
 *
 * @param settings for the configuration
 * @param command that is to be run, with what follows it; empty or {@code serve} alone is the server
 */
public record GivenArguments(List<String> settings, List<String> command) {

    private static final String SERVE = "serve";

    /** Settings of Spring Boot that need no value. */
    private static final List<String> FLAGS = List.of("--debug", "--trace");

    public static GivenArguments of(String... arguments) {
        List<String> before =
                Stream.of(arguments).takeWhile(GivenArguments::isSetting).toList();
        List<String> rest = Stream.of(arguments).skip(before.size()).toList();
        if (rest.isEmpty() || !rest.getFirst().equals(SERVE)) {
            return new GivenArguments(before, rest);
        }
        return new GivenArguments(
                Stream.concat(before.stream(), rest.stream().filter(GivenArguments::isSetting))
                        .toList(),
                rest.stream().filter(argument -> !isSetting(argument)).toList());
    }

    /** Whether nothing is asked for but the server. */
    public boolean isServer() {
        return command.isEmpty() || command.equals(List.of(SERVE));
    }

    private static boolean isSetting(String argument) {
        return (argument.startsWith("--") && argument.indexOf('=') > 2) || FLAGS.contains(argument);
    }
}
