package dev.gangway.onboarding.command;

import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.onboarding.Cleanup;
import dev.gangway.onboarding.Cleanup.Deletion;
import dev.gangway.onboarding.OnboardingCleanup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cleanup-onboarding}: clears away onboardings that were given up, as the hourly job does. */
@OnExistingDatabase
@Command(
        name = "cleanup-onboarding",
        mixinStandardHelpOptions = true,
        description = "Abandons incomplete onboardings without activity, and deletes those abandoned 7 days ago.")
public class CleanupOnboarding implements Callable<Integer> {

    private final OnboardingCleanup cleanup;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(
            names = "--hours",
            defaultValue = "24",
            description = "Hours without activity, 1 to 8760 (default: $" + "{DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--purge", description = "Delete at once what is without activity.")
    private boolean purge;

    @Option(names = "--preview", description = "Only count.")
    private boolean preview;

    public CleanupOnboarding(OnboardingCleanup cleanup) {
        this.cleanup = cleanup;
    }

    @Override
    public Integer call() {
        if (hours < Cleanup.MIN_HOURS || hours > Cleanup.MAX_HOURS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--hours must be from " + Cleanup.MIN_HOURS + " to " + Cleanup.MAX_HOURS + ", not " + hours);
        }
        Deletion deletion = purge ? Deletion.AT_ONCE : Deletion.AFTER_GRACE;
        Cleanup done = preview ? cleanup.preview(hours, deletion) : cleanup.run(hours, deletion);
        spec.commandLine()
                .getOut()
                .printf(
                        "Without activity since %s: %s %d, %s %d%n",
                        done.cutoffTime(),
                        preview ? "would abandon" : "abandoned",
                        done.abandonedCount(),
                        preview ? "would delete" : "deleted",
                        done.deletedCount());
        return 0;
    }
}
