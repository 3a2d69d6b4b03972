package dev.gangway.onboarding.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is typed and not submitted yet.
 *
 * @param data any of the step's fields; secrets are dropped
 */
record DraftBody(
        @Schema(implementation = Object.class) @NotNull ObjectNode data) {}
