package dev.gangway.onboarding;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.internal.AnalysisQueue;
import dev.gangway.onboarding.internal.AnalysisStore;
import dev.gangway.onboarding.internal.OnboardingSteps;
import dev.gangway.onboarding.website.WebsiteUrl;
import dev.gangway.wizard.BuiltInSessions;
import dev.gangway.wizard.WizardSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Has people's websites read in the background, and tells how far that is. */
@Service
@Transactional
public class WebsiteAnalyses {

    private final BuiltInSessions sessions;
    private final OnboardingSteps steps;
    private final AnalysisStore store;
    private final AnalysisQueue queue;
    private final Ids ids;
    private final Clock clock;

    WebsiteAnalyses(
            BuiltInSessions sessions,
            OnboardingSteps steps,
            AnalysisStore store,
            AnalysisQueue queue,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.steps = steps;
        this.store = store;
        this.queue = queue;
        this.ids = ids;
        this.clock = clock;
    }

    /** How the reading of the account's website stands, if it was ever asked for. */
    @Transactional(readOnly = true)
    public Optional<WebsiteAnalysis> find(UserId userId) {
        return sessions.find(userId, OnboardingStep.WIZARD).flatMap(run -> store.find(run.id()));
    }

    /** Has the stored address read, again if it was before. */
    public AnalysisStart start(UserId userId) {
        Optional<WizardSession> run = open(userId);
        if (run.isEmpty()) {
            return new AnalysisStart.NotOpen();
        }
        String address = steps.handler(OnboardingStep.WEBSITE)
                .saved(run.get().id())
                .get("website_url")
                .map(JsonNode::stringValue)
                .orElse("");
        return address.isEmpty() ? new AnalysisStart.NoAddress() : stage(run.get(), address);
    }

    /** Has an address read that is typed and not stored yet. */
    public AnalysisStart start(UserId userId, String typed) {
        Optional<WizardSession> run = open(userId);
        if (run.isEmpty()) {
            return new AnalysisStart.NotOpen();
        }
        return switch (WebsiteUrl.parse(typed)) {
            case WebsiteUrl.Problem(var message) ->
                new AnalysisStart.Invalid(List.of(new FieldProblem("website_url", message)));
            case WebsiteUrl.Valid(var url) -> stage(run.get(), url.toString());
        };
    }

    /** Gives up the reading that is under way, if one is. */
    public void cancel(UserId userId) {
        sessions.find(userId, OnboardingStep.WIZARD)
                .ifPresent(run -> store.cancel(run.id(), Message.of("website.fetch.stopped"), clock.instant()));
    }

    private Optional<WizardSession> open(UserId userId) {
        return sessions.find(userId, OnboardingStep.WIZARD).filter(run -> run.isOpen(OnboardingStep.WEBSITE.key()));
    }

    private AnalysisStart stage(WizardSession run, String address) {
        UUID attempt = ids.next();
        store.begin(run, address, attempt, clock.instant());
        queue.stage(attempt);
        return new AnalysisStart.Staged();
    }
}
