package dev.gangway.base.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Runs a command in a context without web server and background jobs. Asking for help starts neither Spring nor a
 * database.
 */
public final class CommandRunner {

    /** What is different where a command runs: only what it needs is made, and only problems are logged. */
    private static final String[] SETTINGS = {
        "--spring.main.lazy-initialization=true",
        "--spring.main.log-startup-info=false",
        "--db-scheduler.enabled=false",
        // Pages need a web server, which a command has none of.
        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
        "--logging.level.root=WARN"
    };

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
        if (!needsBeans(arguments)) {
            return new CommandLine(commands, new WithoutBeans()).execute(arguments);
        }
        PrintStream answers = System.out;
        // What is logged goes beside the answers, so that these can be piped.
        System.setOut(System.err);
        try (Beans beans = new Beans()) {
            return run(beans, answers, arguments);
        } finally {
            System.setOut(answers);
        }
    }

    private int run(Beans beans, PrintStream answers, String... arguments) {
        try {
            return new CommandLine(commands, beans)
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

    /** Help and wrong usage are answered without Spring and a database. */
    private boolean needsBeans(String... arguments) {
        try {
            ParseResult parsed = new CommandLine(commands, new WithoutBeans()).parseArgs(arguments);
            return parsed.hasSubcommand()
                    && parsed.asCommandLineList().stream()
                            .map(CommandLine::getParseResult)
                            .noneMatch(part -> part.isUsageHelpRequested() || part.isVersionHelpRequested());
        } catch (CommandLine.ParameterException wrongUsage) {
            return false;
        }
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
                        .run(SETTINGS);
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
