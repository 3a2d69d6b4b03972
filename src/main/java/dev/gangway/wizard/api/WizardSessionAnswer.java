package dev.gangway.wizard.api;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessionView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A wizard session with its responses.
 *
 * @param responses of the steps that are asked, with the fields that are asked; none for the onboarding
 */
record WizardSessionAnswer(
        UUID id,
        UUID wizardId,
        int wizardVersion,
        UserId userId,
        String sessionName,
        WizardSessionStatus status,
        String currentStepId,
        BigDecimal progressPercentage,
        Instant startedAt,
        Instant lastActivityAt,
        @Nullable Instant completedAt,
        @Nullable Long totalTimeSeconds,
        long version,
        List<ResponseAnswer> responses) {

    static WizardSessionAnswer of(WizardSessionView view) {
        return of(
                view.session(),
                view.responses().stream().map(ResponseAnswer::of).toList());
    }

    static WizardSessionAnswer of(WizardSession session, List<ResponseAnswer> responses) {
        return new WizardSessionAnswer(
                session.id().value(),
                session.wizard().id(),
                session.wizard().version(),
                session.userId(),
                session.name(),
                session.status(),
                session.currentStep().key(),
                session.progress(),
                session.startedAt(),
                session.lastActivityAt(),
                session.completedAt(),
                session.totalTimeSeconds(),
                session.version(),
                responses);
    }

    /**
     * What was submitted in one step.
     *
     * @param data values by field; a field that was left empty is not in it
     */
    record ResponseAnswer(String stepId, Map<String, JsonNode> data, long timeSpentSeconds, Instant savedAt) {

        static ResponseAnswer of(Response response) {
            return new ResponseAnswer(
                    response.stepKey(), response.data().fields(), response.timeSpentSeconds(), response.savedAt());
        }
    }
}
