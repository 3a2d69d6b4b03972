package dev.gangway.wizard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step as its page shows it.
 *
 * @param data the stored answers, secrets masked; the empty form's where nothing is stored
 * @param draft typed, not yet submitted fields; empty where there are none
 * @param version the wizard session's version that wrote the answers; 0 before the first
 * @param savedAt when they were written; null before the first
 */
public record StepView(
        String key,
        Answers data,
        Answers draft,
        long version,
        @Nullable Instant savedAt) {}
