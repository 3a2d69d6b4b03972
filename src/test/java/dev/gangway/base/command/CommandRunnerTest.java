package dev.gangway.base.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@ExtendWith(OutputCaptureExtension.class)
class CommandRunnerTest {

    @Test
    void settingsBeforeACommandReachItsConfigurationAndPrevail(CapturedOutput output) {
        int code = new CommandRunner(Application.class, Commands.class)
                .run("--gangway.demo=false", "--logging.level.root=INFO", "tell", "gangway.demo");

        assertThat(code).isZero();
        assertThat(output.getErr()).contains("gangway.demo is false, the level INFO");
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {}

    @Command(name = "gangway", subcommands = Tell.class)
    static class Commands {}

    @Command(name = "tell")
    static class Tell implements Callable<Integer> {

        private final Environment environment;

        @Parameters
        @SuppressWarnings("NullAway.Init") // picocli sets it before the call
        private String name;

        Tell(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Integer call() {
            System.err.println(name + " is " + environment.getProperty(name) + ", the level "
                    + environment.getProperty("logging.level.root"));
            return 0;
        }
    }
}
