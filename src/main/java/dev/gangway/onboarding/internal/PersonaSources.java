package dev.gangway.onboarding.internal;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.OnboardingSummary.Saved;
import dev.gangway.onboarding.Research;
import dev.gangway.onboarding.Website;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.onboarding.proposal.PersonaInputs;
import dev.gangway.onboarding.proposal.PersonaProposal;
import dev.gangway.onboarding.proposal.PersonaProposal.QualityMetric;
import dev.gangway.onboarding.proposal.PersonaProposer;
import dev.gangway.wizard.WizardSessionId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers from the other steps what a persona is proposed from and judged by. */
@Component
public class PersonaSources {

    private final SummaryStore summaries;
    private final PersonaProposer proposer;

    PersonaSources(SummaryStore summaries, PersonaProposer proposer) {
        this.summaries = summaries;
        this.proposer = proposer;
    }

    /** A proposal from what the account has answered so far. */
    public PersonaProposal propose(UserId userId, Locale locale) {
        return proposer.propose(
                summaries.find(userId).map(PersonaSources::inputs).orElseGet(PersonaInputs::none), locale);
    }

    /** How well what a wizard session has answered so far carries a persona. */
    Map<String, QualityMetric> metrics(WizardSessionId id, Locale locale) {
        return proposer.metrics(summaries.find(id).map(PersonaSources::inputs).orElseGet(PersonaInputs::none), locale);
    }

    private static PersonaInputs inputs(OnboardingSummary summary) {
        Website website = value(summary.website(), Website.EMPTY);
        Research research = value(summary.research(), Research.EMPTY);
        WebsiteAnalysis analysis = summary.analysis();
        WebsiteAnalysis.Result result = analysis == null ? null : analysis.result();
        return new PersonaInputs(
                result == null ? null : result.measurement(),
                result == null ? null : result.proposal(),
                website.businessDescription(),
                website.industry(),
                website.targetAudience(),
                website.businessGoals(),
                website.writingStyle().tone(),
                website.writingStyle().formality(),
                website.writingStyle().complexity(),
                website.contentType(),
                website.brandValues(),
                research.contentTypes(),
                research.factualContent());
    }

    private static <T> T value(@Nullable Saved<T> part, T otherwise) {
        return part == null ? otherwise : part.value();
    }
}
