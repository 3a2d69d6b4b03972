package dev.gangway.onboarding.command;

import dev.gangway.base.command.ProgressBar;
import dev.gangway.onboarding.imports.ImportReport;
import dev.gangway.onboarding.imports.OnboardingImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import-onboarding-files}: takes over what a file-based predecessor kept. Exit code 1 if a file was skipped. */
@Command(
        name = "import-onboarding-files",
        mixinStandardHelpOptions = true,
        description = "Takes over .onboarding_progress_USER_ID.json files; run again it changes nothing.")
public class ImportOnboardingFiles implements Callable<Integer> {

    private final OnboardingImport imports;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The directory with the files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path directory;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    public ImportOnboardingFiles(OnboardingImport imports) {
        this.imports = imports;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        try {
            ImportReport report = imports.run(
                    directory,
                    dryRun ? OnboardingImport.Mode.DRY_RUN : OnboardingImport.Mode.WRITE,
                    (done, total) -> bar.show("files", done, total));
            bar.end();
            print(report, out);
            return report.skipped().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            bar.end();
            spec.commandLine().getErr().println("The directory cannot be read: " + directory);
            return 1;
        }
    }

    private void print(ImportReport report, PrintWriter out) {
        report.skipped().forEach(file -> out.printf("skipped %s: %s%n", file.name(), file.reason()));
        out.printf("%s%n", dryRun ? "Dry run, nothing was changed" : "Done");
        out.printf("files:         %d%n", report.files());
        out.printf("imported:      %d%n", report.imported());
        out.printf("updated:       %d%n", report.updated());
        out.printf("unchanged:     %d%n", report.unchanged());
        out.printf("skipped:       %d%n", report.skipped().size());
        out.printf("accounts made: %d%n", report.accounts());
    }
}
