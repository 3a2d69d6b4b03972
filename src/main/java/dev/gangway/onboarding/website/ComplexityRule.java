package dev.gangway.onboarding.website;

import dev.gangway.base.Message;

/** How hard a text is to read, by the bands of Flesch's scale: 60 is plain language, below 30 academic. */
final class ComplexityRule {

    static final double SIMPLE = 70;
    static final double MODERATE = 50;
    static final double ADVANCED = 30;

    private ComplexityRule() {}

    static Proposed apply(WebsiteMeasurement page) {
        if (page.wordCount() < ToneRule.TOO_SHORT) {
            return Proposed.of("complexity.moderate", Message.of("website.reason.too_short", page.wordCount()));
        }
        String band = page.readability() >= SIMPLE
                ? "simple"
                : page.readability() >= MODERATE ? "moderate" : page.readability() >= ADVANCED ? "advanced" : "expert";
        return Proposed.of(
                "complexity." + band,
                Message.of("website.reason.reading", page.readability(), page.averageSentenceLength()));
    }
}
