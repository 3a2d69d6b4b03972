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
        @Schema(
                description = "The step's fields. A field that is left out is unchanged, null clears it.",
                example = "{\"website_url\": \"example.org\"}")
        @NotNull ObjectNode data,

        @Schema(description = "The version that was read before; guards against overwriting what others changed.")
        @Nullable Long version) {}
