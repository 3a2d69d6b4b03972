package dev.gangway.demo.command;

import dev.gangway.base.DemoMode;
import dev.gangway.base.command.ProgressBar;
import dev.gangway.demo.DemoData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code generate-demo-data}: fills a demonstration. Exit code 1 where this is none. */
@Command(
        name = "generate-demo-data",
        mixinStandardHelpOptions = true,
        description = {
            "Adds people and wizard sessions that never were, to look at and to measure with.",
            "Only in a demonstration: with the embedded database, or GANGWAY_DEMO=true.",
            "Where more is added than is there, a running server waits until all of it is."
        })
public class GenerateDemoData implements Callable<Integer> {

    private static final long MOST = 100_000_000;

    private final DemoData data;
    private final DemoMode demo;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--sessions",
            defaultValue = "10000",
            description = "How many wizard sessions, 1 to 100000000 (default: $" + "{DEFAULT-VALUE}).")
    private long sessions;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another number draws other ones (default: $" + "{DEFAULT-VALUE}).")
    private long seed;

    public GenerateDemoData(DemoData data, DemoMode demo, Clock clock) {
        this.data = data;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (sessions < 1 || sessions > MOST) {
            throw new ParameterException(
                    spec.commandLine(), "--sessions must be from 1 to " + MOST + ", not " + sessions);
        }
        if (!demo.enabled()) {
            spec.commandLine()
                    .getErr()
                    .println("This is no demonstration, so nothing was made up. GANGWAY_DEMO=true makes it one.");
            return 1;
        }
        Instant start = clock.instant();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        data.generate(sessions, seed, done -> {
            bar.show("wizard sessions", done, sessions);
            if (done == sessions) {
                bar.end();
                spec.commandLine()
                        .getErr()
                        .println("Bringing up the all-sessions grid; of a million this takes a minute.");
            }
        });
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "added: %d in %d s%n",
                        sessions,
                        Duration.between(start, clock.instant()).toSeconds());
        return 0;
    }
}
