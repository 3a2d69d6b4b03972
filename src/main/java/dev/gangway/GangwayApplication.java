package dev.gangway;

import dev.gangway.base.command.CommandRunner;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The way in, and the choice: server or command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GangwayApplication {

    private static final String SERVE = "serve";
    private static final List<String> QUESTIONS = List.of("--help", "-h", "--version", "-V");

    public static void main(String[] args) {
        if (serves(args)) {
            boolean named = args.length > 0 && args[0].equals(SERVE);
            SpringApplication.run(GangwayApplication.class, named ? Arrays.copyOfRange(args, 1, args.length) : args);
        } else {
            System.exit(new CommandRunner(GangwayApplication.class, GangwayCommands.class).run(args));
        }
    }

    /** Nothing, {@code serve} or only configuration such as {@code --server.port=9000} asks for the server. */
    private static boolean serves(String... args) {
        boolean asks = Arrays.stream(args).anyMatch(QUESTIONS::contains);
        return !asks && (args.length == 0 || args[0].equals(SERVE) || args[0].startsWith("--"));
    }
}
