package dev.gangway.onboarding.ui;

import dev.gangway.onboarding.AnalysisStart;
import dev.gangway.onboarding.WebsiteAnalysis;
import java.util.Optional;

/** Reading the person's website, as its form needs it. */
interface SiteAnalysis {

    /** Has a typed address read. */
    AnalysisStart start(String address);

    /** How it stands. */
    Optional<WebsiteAnalysis> find();

    /** Gives it up. */
    void cancel();
}
