package dev.gangway.wizard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends with Next.
 *
 * @param answers the fields sent; a field left out is unchanged, a null clears it
 * @param version the step's version that the person saw when they began; null: the newest
 * @param draftFields fields whose draft this submission supersedes; null: all of the step
 */
public record Submission(
        Answers answers, @Nullable Long version, @Nullable Set<String> draftFields) {

    /** A submission made on the newest version, superseding the step's whole draft. */
    public static Submission of(Answers answers) {
        return new Submission(answers, null, null);
    }
}
