package dev.gangway.base.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/**
 * Runs a command in a context without web server and background jobs. Asking for help starts neither Spring nor a
 * database.
 */
public final class CommandRunner {

    private static final List<String> HELP = List.of("--help", "-h", "--version", "-V", "help");

    /** What is different where a command runs: only what it needs, and only its own words on the console. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.main.lazy-initialization", "true",
            "spring.main.log-startup-info", "false",
            "db-scheduler.enabled", "false",
            "logging.level.root", "WARN");

    private final Class<?> application;
    private final Class<?> commands;

    /**
     * A runner.
     *
     * @param application the Spring application
     * @param commands the picocli command that has all others as subcommands
     */
    public CommandRunner(Class<?> application, Class<?> commands) {
        this.application = application;
        this.commands = commands;
    }

    /** Runs what the arguments ask for and answers the exit code: 0 done, 1 failed, 2 wrong usage. */
    public int run(String... arguments) {
        if (Arrays.stream(arguments).anyMatch(HELP::contains)) {
            return new CommandLine(commands, new WithoutBeans()).execute(arguments);
        }
        try (Beans beans = new Beans()) {
            return new CommandLine(commands, beans)
                    .setExecutionExceptionHandler(CommandRunner::tell)
                    .execute(arguments);
        }
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Takes commands from Spring, which is started when the first one is needed. */
    private final class Beans implements CommandLine.IFactory, AutoCloseable {

        private final CommandLine.IFactory otherwise = CommandLine.defaultFactory();
        private @Nullable ConfigurableApplicationContext context;

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == commands || !type.isAnnotationPresent(CommandLine.Command.class)) {
                return otherwise.create(type);
            }
            if (context == null) {
                context = new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .properties(SETTINGS)
                        .run();
            }
            return context.getAutowireCapableBeanFactory().createBean(type);
        }

        @Override
        public void close() {
            if (context != null) {
                context.close();
            }
        }
    }

    /** Makes commands that only tell about themselves. */
    private static final class WithoutBeans implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (!type.isAnnotationPresent(CommandLine.Command.class)) {
                return CommandLine.defaultFactory().create(type);
            }
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(new Object[constructor.getParameterCount()]));
        }
    }
}
