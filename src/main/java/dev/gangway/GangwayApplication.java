package dev.gangway;

import dev.gangway.base.command.CommandRunner;
import dev.gangway.base.command.GivenArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The way in, and the choice: server or command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GangwayApplication {

    public static void main(String[] args) {
        GivenArguments given = GivenArguments.of(args);
        if (given.isServer()) {
            SpringApplication.run(GangwayApplication.class, given.settings().toArray(String[]::new));
        } else {
            System.exit(new CommandRunner(GangwayApplication.class, GangwayCommands.class).run(args));
        }
    }
}
