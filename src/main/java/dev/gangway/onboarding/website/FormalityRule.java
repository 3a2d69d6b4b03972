package dev.gangway.onboarding.website;

import dev.gangway.base.Message;
import dev.gangway.onboarding.website.WebsiteMeasurement.Address;

/**
 * How formal a text is. Where a language has two forms of address, the one that is used more decides; elsewhere a score
 * does, after the observation that contractions, short sentences and exclamations mark informal writing (Heylighen and
 * Dewaele 1999, "Formality of language").
 */
final class FormalityRule {

    /** Contractions in 100 words from which a text is informal, as in speech. */
    static final double MANY_CONTRACTIONS = 1.5;

    /** Words a sentence from which a text without contractions is formal. */
    static final double LONG_SENTENCES = 20;

    /** Share of exclaiming sentences from which a text is informal. */
    static final double MANY_EXCLAMATIONS = 0.15;

    private FormalityRule() {}

    static Proposed apply(WebsiteMeasurement page) {
        Address address = page.address();
        if (address.formal() != address.familiar()) {
            return Proposed.of(
                    address.formal() > address.familiar() ? "formality.formal" : "formality.informal",
                    Message.of("website.reason.address", address.formal(), address.familiar()));
        }
        double contractions = Shares.perHundredWords(page, page.contractions());
        double exclamations = Shares.ofSentences(page, page.exclamations());
        Message reason = Message.of(
                "website.reason.formality",
                Rounded.to(1, contractions),
                page.averageSentenceLength(),
                Shares.percent(exclamations));
        if (contractions >= MANY_CONTRACTIONS || exclamations >= MANY_EXCLAMATIONS) {
            return Proposed.of("formality.informal", reason);
        }
        boolean formal = page.contractions() == 0 && page.averageSentenceLength() >= LONG_SENTENCES;
        return Proposed.of(formal ? "formality.formal" : "formality.neutral", reason);
    }
}
