package dev.gangway.wizard.command;

import dev.gangway.base.Texts;
import dev.gangway.wizard.ImportOutcome;
import dev.gangway.wizard.WizardAdministration;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.DefinitionProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import-wizard}: takes a definition as a draft, to be published by an administrator. Exit code 1 where anything is
 * wrong with it: nothing is stored then, and every problem is told as {@code FILE:LINE: what}, as compilers do.
 */
@Command(
        name = "import-wizard",
        mixinStandardHelpOptions = true,
        description = "Takes a wizard in YAML or JSON as the draft of a new wizard, or of the one that has its name.")
public class ImportWizard implements Callable<Integer> {

    /** As much as the API takes. */
    private static final long LARGEST = 1_000_000;

    private final WizardAdministration administration;
    private final Texts texts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The definition, at most 1 MB of UTF-8.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path file;

    public ImportWizard(WizardAdministration administration, Texts texts) {
        this.administration = administration;
        this.texts = texts;
    }

    @Override
    public Integer call() {
        String text;
        try {
            if (Files.size(file) > LARGEST) {
                return refused("is larger than 1 MB");
            }
            text = Files.readString(file);
        } catch (CharacterCodingException notText) {
            return refused("is not text in UTF-8");
        } catch (IOException unreadable) {
            return refused("cannot be read");
        }
        return switch (administration.importFromOutside(text, Locale.ENGLISH, "import-wizard")) {
            case ImportOutcome.Stored(var draft) -> stored(draft);
            case ImportOutcome.Refused(var problems) -> {
                problems.forEach(this::tell);
                yield 1;
            }
        };
    }

    private int stored(WizardVersion draft) {
        spec.commandLine()
                .getOut()
                .printf(
                        "Stored %s as the draft of version %d (%s); an administrator can publish it now%n",
                        draft.content().name(), draft.version(), draft.wizardId());
        return 0;
    }

    private int refused(String why) {
        spec.commandLine().getErr().println(file + ": " + why);
        return 1;
    }

    private void tell(DefinitionProblem problem) {
        PrintWriter err = spec.commandLine().getErr();
        String place = problem.path().isEmpty() ? "" : problem.path() + ": ";
        err.println(file + ":" + problem.line() + ": " + place + texts.of(problem.message(), Locale.ENGLISH));
    }
}
