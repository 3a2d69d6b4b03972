package dev.gangway.onboarding.ui;

import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.AnalysisStart;
import dev.gangway.onboarding.WebsiteAnalyses;
import dev.gangway.onboarding.WebsiteAnalysis;
import java.util.Optional;

/** The caller's own website analysis. */
record CallersAnalysis(WebsiteAnalyses analyses, CurrentCaller caller) implements SiteAnalysis {

    @Override
    public AnalysisStart start(String address) {
        return analyses.start(caller.get().userId(), address);
    }

    @Override
    public Optional<WebsiteAnalysis> find() {
        return analyses.find(caller.get().userId());
    }

    @Override
    public void cancel() {
        analyses.cancel(caller.get().userId());
    }
}
