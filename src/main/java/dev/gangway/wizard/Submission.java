package dev.gangway.wizard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends with Next.
 *
 * @param answers the fields sent; a field left out is unchanged, a null clears it
 * @param version the step's version that the person saw when they began; null: the newest
 * @param draftFields fields whose draft this submission supersedes; null: all of the step
 * @param wizardVersion the version of the wizard that asked; null: whichever it is
 */
public record Submission(
        Answers answers,
        @Nullable Long version,
        @Nullable Set<String> draftFields,
        @Nullable Integer wizardVersion) {

    /** A submission for whichever version of the wizard it is. */
    public Submission(Answers answers, @Nullable Long version, @Nullable Set<String> draftFields) {
        this(answers, version, draftFields, null);
    }

    /** The same, made on a page of that version of the wizard. */
    public Submission on(int versionOfWizard) {
        return new Submission(answers, version, draftFields, versionOfWizard);
    }

    /** A submission made on the newest version, superseding the step's whole draft. */
    public static Submission of(Answers answers) {
        return new Submission(answers, null, null);
    }
}
