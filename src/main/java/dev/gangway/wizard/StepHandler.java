package dev.gangway.wizard;

import dev.gangway.base.FieldProblem;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is particular to one step of a wizard: its fields, its checks and where its answers are stored. Everything else —
 * order, progress, drafts, merging — is the same for every step and belongs to {@link Engine}.
 */
public interface StepHandler {

    /** The step's key in its wizard. */
    String key();

    /** What the empty form shows; the base that the first edits are merged on. */
    Answers initial();

    /** The stored answers as a reader may see them (secrets masked); {@link #initial()} where nothing is stored. */
    Answers saved(WizardSessionId id);

    /** The stored answers as the step's page and the API show them, with what is known about them. */
    default Answers viewed(WizardSessionId id) {
        return saved(id);
    }

    /** Whether a field only tells something about the answers; sent back by a client, it is passed over. */
    default boolean isReadOnly(String field) {
        return false;
    }

    /** Checks and normalises answers: unknown fields, types, lengths and the step's own rules. */
    Check check(Answers answers, Answers saved);

    /**
     * Stores checked answers in the caller's transaction.
     *
     * @param run the wizard session as it is after this writing; carries the version and the time of it
     * @param answers what {@link #check} normalised
     * @param saved what is stored until now
     */
    void store(WizardSession run, Answers answers, Answers saved);

    /**
     * The steps that are asked once this step's answers are these.
     *
     * @param run the wizard session as it is before
     */
    default List<StepDefinition> asked(WizardSession run, Answers answers) {
        return run.wizard().steps();
    }

    /** What of typed answers may be kept as a draft: known fields, never a secret. */
    Answers draftable(Answers typed);

    /** A value as it may be shown back to its writer; secrets are masked. */
    default JsonNode shown(String field, JsonNode value) {
        return value;
    }

    /** What a check found. */
    sealed interface Check {

        /** The answers can be stored, in this normal form. */
        record Valid(Answers answers) implements Check {}

        /** The answers cannot be stored; at least one problem, each beside its field. */
        record Invalid(List<FieldProblem> problems) implements Check {}
    }
}
