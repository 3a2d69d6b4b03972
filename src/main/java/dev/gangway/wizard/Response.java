package dev.gangway.wizard;

import java.time.Instant;

/**
 * The submitted answers of one step of one wizard session.
 *
 * @param data by field, without fields that were left empty
 * @param timeSpentSeconds between the writings before and this one, added up over all submissions of the step
 */
public record Response(String stepKey, Answers data, long timeSpentSeconds, Instant savedAt) {}
