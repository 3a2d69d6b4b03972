package dev.gangway.wizard.ui;

import dev.gangway.base.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets pages about all wizards word one that is part of the product and keeps its answers itself. */
public interface BuiltInWizard {

    /** The wizard's id. */
    UUID id();

    /** What the wizard is called. */
    String name(Words words);

    /** What a step of it is called. */
    String title(String stepKey, Words words);

    /** What a field of a step is called, by its path. */
    String question(String stepKey, String field, Words words);

    /** The account's submitted answers by step, secrets masked; empty steps left out. */
    Map<String, List<WordedAnswer>> answers(UserId userId, Words words);

    /** An answer in words, below its question. */
    record WordedAnswer(String question, String answer) {}
}
