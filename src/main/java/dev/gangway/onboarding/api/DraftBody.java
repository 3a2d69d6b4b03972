package dev.gangway.onboarding.api;

import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is typed and not submitted yet.
 *
 * @param data any of the step's fields; secrets are dropped
 */
record DraftBody(@NotNull ObjectNode data) {}
