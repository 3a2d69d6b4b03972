package dev.gangway.base.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** What is different where a command runs: only what it needs is made, and only problems are logged. */
    private static final List<String> SETTINGS = List.of(
            "--spring.main.lazy-initialization=true",
            "--spring.main.log-startup-info=false",
            "--db-scheduler.enabled=false",
            // Pages need a web server, which a command has none of.
            "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                    + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "--logging.level.root=WARN");

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

    /**
     * Runs what the arguments ask for and answers the exit code: 0 done, 1 failed, 2 wrong usage. Settings before the command
     * go to its configuration.
     */
    public int run(String... given) {
        List<String> settings = GivenArguments.of(given).settings();
        String[] arguments = GivenArguments.of(given).command().toArray(String[]::new);
        Optional<Class<?>> wanted = wanted(arguments);
        if (wanted.isEmpty()) {
            return new CommandLine(commands, new WithoutBeans())
                    .registerConverter(UUID.class, CommandRunner::id)
                    .setExecutionExceptionHandler(new ToldFailures())
                    .execute(arguments);
        }
        PrintStream answers = System.out;
        // What is logged goes beside the answers, so that these can be piped.
        System.setOut(System.err);
        try (Beans beans = new Beans(wanted.get(), settings)) {
            return run(beans, answers, arguments);
        } finally {
            System.setOut(answers);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not an id");
        }
    }

    private int run(Beans beans, PrintStream answers, String... arguments) {
        try {
            return new CommandLine(commands, beans)
                    .registerConverter(UUID.class, CommandRunner::id)
                    .setOut(new PrintWriter(answers, true, StandardCharsets.UTF_8))
                    .setExecutionExceptionHandler(new ToldFailures())
                    .execute(arguments);
        } catch (CommandLine.InitializationException failure) {
            if (beans.context != null) {
                throw failure;
            }
            return CommandLine.ExitCode.SOFTWARE; // Spring has said why it does not start
        }
    }

    /** The command to be run in Spring; none for one that needs none, for help and for wrong usage. */
    private Optional<Class<?>> wanted(String... arguments) {
        try {
            List<CommandLine> parts = new CommandLine(commands, new WithoutBeans())
                    .parseArgs(arguments)
                    .asCommandLineList();
            boolean asks = parts.stream()
                    .map(CommandLine::getParseResult)
                    .anyMatch(part -> part.isUsageHelpRequested() || part.isVersionHelpRequested());
            if (asks || parts.size() == 1) {
                return Optional.empty();
            }
            Class<?> command = parts.getLast().getCommandSpec().userObject().getClass();
            return command.isAnnotationPresent(WithoutApplication.class) ? Optional.empty() : Optional.of(command);
        } catch (CommandLine.ParameterException wrongUsage) {
            return Optional.empty();
        }
    }

    /** Takes the command to be run from Spring, which is started for it; the others only tell about themselves. */
    private final class Beans implements CommandLine.IFactory, AutoCloseable {

        private final CommandLine.IFactory otherwise = new WithoutBeans();
        private final Class<?> wanted;
        private final List<String> settings;
        private @Nullable ConfigurableApplicationContext context;

        private Beans(Class<?> wanted, List<String> settings) {
            this.wanted = wanted;
            this.settings = settings;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type != wanted) {
                return otherwise.create(type);
            }
            if (context == null) {
                SpringApplicationBuilder spring =
                        new SpringApplicationBuilder(application).web(WebApplicationType.NONE);
                if (type.isAnnotationPresent(OnEmptyDatabase.class)) {
                    spring.profiles(OnEmptyDatabase.PROFILE);
                }
                if (type.isAnnotationPresent(OnExistingDatabase.class)) {
                    spring.profiles(OnExistingDatabase.PROFILE);
                }
                context = spring.run(settings());
            }
            return context.getAutowireCapableBeanFactory().createBean(type);
        }

        /** Ours, but for what is set otherwise: of a name given twice, Spring would take both values. */
        private String[] settings() {
            return Stream.concat(
                            SETTINGS.stream()
                                    .filter(ours -> settings.stream()
                                            .noneMatch(set -> name(set).equals(name(ours)))),
                            settings.stream())
                    .toArray(String[]::new);
        }

        private static String name(String setting) {
            return setting.split("=", 2)[0];
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
