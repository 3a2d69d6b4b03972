package dev.gangway.wizard.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.gangway.wizard.Answers;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients send about wizard sessions. What only the server computes is read over, whatever it says. */
final class WizardSessionBodies {

    private WizardSessionBodies() {}

    /**
     * A new wizard session.
     *
     * @param sessionName left out: as the wizard is called
     */
    @JsonIgnoreProperties({"status", "progress_percentage", "completed_at", "total_time_seconds"})
    record Begin(@NotNull UUID wizardId, @Nullable String sessionName) {}

    /**
     * The answers of one step.
     *
     * @param responses values by field; one that is left out is unchanged, null clears it
     * @param version the wizard session's version that was read before; left out: the newest
     */
    @JsonIgnoreProperties({"status", "progress_percentage", "completed_at", "total_time_seconds"})
    record Step(
            @Schema(implementation = Object.class) @NotNull ObjectNode responses,
            @Nullable Long version) {

        /** Fields of defined wizards have plain keys: an object is no answer, and never several. */
        Answers answers() {
            return new Answers(responses.properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry<String, JsonNode>::getValue)));
        }
    }

    /**
     * Another name or place.
     *
     * @param sessionName left out or null: as before
     * @param currentStepId an open step to stand at; left out or null: where it is
     */
    @JsonIgnoreProperties({"status", "progress_percentage", "completed_at", "total_time_seconds"})
    record Edit(
            @Nullable String sessionName,
            @Nullable String currentStepId,
            @Nullable Long version) {}
}
