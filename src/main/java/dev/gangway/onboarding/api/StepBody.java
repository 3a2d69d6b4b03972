package dev.gangway.onboarding.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a step is saved with.
 *
 * @param data the step's fields; one that is left out is unchanged, null clears it
 * @param version the version that was read before; left out: the newest
 */
record StepBody(
        @Schema(implementation = Object.class) @NotNull ObjectNode data,
        @Nullable Long version) {}
