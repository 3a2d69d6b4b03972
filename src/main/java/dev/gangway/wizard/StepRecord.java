package dev.gangway.wizard;

import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What became of one step of a wizard session.
 *
 * @param state completed or skipped
 * @param completedAt when it was first left behind
 * @param savedAt when its answers were last written
 * @param version the wizard session's version of that writing, from 1
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StepRecord(StepState state, Instant completedAt, Instant savedAt, long version) {}
