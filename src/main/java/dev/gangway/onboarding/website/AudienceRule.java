package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import dev.gangway.onboarding.website.WebsiteMeasurement.FrequentTerm;
import java.util.List;

/** Whom a text seems to be written for: how hard it reads says who can follow, its frequent terms say who cares. */
final class AudienceRule {

    private static final int TERMS = 3;

    private AudienceRule() {}

    static Proposed apply(WebsiteMeasurement page) {
        List<String> terms = page.frequentTerms().stream()
                .limit(TERMS)
                .map(FrequentTerm::term)
                .toList();
        if (page.wordCount() < ToneRule.TOO_SHORT) {
            return Proposed.of("audience.general", Message.of("website.reason.too_short", page.wordCount()));
        }
        String who = page.readability() >= ComplexityRule.MODERATE
                ? "general"
                : page.readability() >= ComplexityRule.ADVANCED ? "informed" : "professional";
        if (terms.isEmpty()) {
            return Proposed.of("audience." + who, Message.of("website.reason.readability", page.readability()));
        }
        String topics = String.join(", ", terms);
        return new Proposed(
                Message.of("website.style.audience." + who + "_interested", topics),
                Message.of("website.reason.audience", page.readability(), topics));
    }
}
