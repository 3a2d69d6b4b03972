package dev.gangway.training.command;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.base.command.ProgressBar;
import dev.gangway.training.SyncOutcome;
import dev.gangway.training.SyncReport;
import dev.gangway.training.TutoringSync;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sync-tutoring-sessions}: makes tutoring sessions agree with the purchase sessions that they repeat. Exit code 1 where
 * the purchase is unknown or not ready, or a row could not be synced.
 */
@OnExistingDatabase
@Command(
        name = "sync-tutoring-sessions",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the lessons that trainers and students see with the lessons that were bought, and mends them.",
            "Prints the counts, and each row that could not be synced. Run again it changes nothing."
        })
public class SyncTutoringSessions implements Callable<Integer> {

    private final TutoringSync sync;
    private final Texts texts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--purchase", paramLabel = "ID", description = "Only the lessons of this purchase.")
    private @Nullable UUID purchase;

    @Option(names = "--dry-run", description = "Only tell what would be changed.")
    private boolean dryRun;

    public SyncTutoringSessions(TutoringSync sync, Texts texts) {
        this.sync = sync;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        if (purchase != null && !dryRun) {
            return one(purchase);
        }
        if (dryRun) {
            return told(purchase == null ? sync.preview() : sync.preview(purchase), "would create", "would update");
        }
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        SyncReport report = sync.all(null, (done, total) -> {
            bar.show("purchases", done, total);
            return true;
        });
        bar.end();
        return told(report, "created", "updated");
    }

    private int one(UUID id) {
        return switch (sync.purchase(id, null)) {
            case SyncOutcome.Done(var report) -> told(report, "created", "updated");
            case SyncOutcome.NotReady(var why) -> failed(words(why));
            case SyncOutcome.Unknown unknown -> failed("Unknown purchase: " + id);
        };
    }

    private int told(SyncReport report, String created, String updated) {
        PrintWriter out = spec.commandLine().getOut();
        report.problems()
                .forEach(problem -> spec.commandLine().getErr().println(problem.row() + ": " + words(problem.why())));
        out.println("purchases: " + report.purchases());
        out.println(created + ": " + report.created());
        out.println(updated + ": " + report.updated());
        out.println("errors: " + report.errors());
        return report.errors() == 0 ? 0 : 1;
    }

    private int failed(String why) {
        spec.commandLine().getErr().println(why);
        return 1;
    }

    private String words(Message message) {
        return texts.of(message, Locale.ENGLISH);
    }
}
