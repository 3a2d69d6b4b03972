package dev.gangway.onboarding.api;

import dev.gangway.onboarding.AnalysisAnswers;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.wizard.Answers;
import org.springframework.stereotype.Component;

/** Turns summaries into answers. */
@Component
class Summaries {

    private final AnalysisAnswers analyses;

    Summaries(AnalysisAnswers analyses) {
        this.analyses = analyses;
    }

    SummaryAnswer answer(OnboardingSummary summary) {
        WebsiteAnalysis analysis = summary.analysis();
        return SummaryAnswer.of(summary, analysis == null ? Answers.NONE : analyses.of(analysis));
    }
}
