package dev.gangway.onboarding.website;

import dev.gangway.base.Message;

/** How a text sounds: the first rule that holds decides. */
final class ToneRule {

    /** Words below which nothing can be said about the tone. */
    static final int TOO_SHORT = 40;

    /** Share of exclaiming sentences from which a text is enthusiastic. */
    static final double ENTHUSIASTIC = 0.1;

    /** Asking or exclaiming sentences below which their share is chance. */
    static final int MORE_THAN_ONE = 2;

    /** Share of "you" among the pronouns from which a text talks to its reader. */
    static final double TO_THE_READER = 0.4;

    /** Share of asking sentences from which a text talks with its reader. */
    static final double ASKING = 0.12;

    /** Share of "we" among the pronouns from which a text speaks of its makers. */
    static final double OF_ITS_MAKERS = 0.5;

    /** Readability below which, and words a sentence from which, a text sounds like an authority. */
    static final double HARD = 40;

    static final double LONG_SENTENCES = 20;

    private ToneRule() {}

    static Proposed apply(WebsiteMeasurement page) {
        double exclamations = Shares.ofSentences(page, page.exclamations());
        double questions = Shares.ofSentences(page, page.questions());
        if (page.wordCount() < TOO_SHORT) {
            return Proposed.of("tone.neutral", Message.of("website.reason.too_short", page.wordCount()));
        }
        if (page.exclamations() >= MORE_THAN_ONE && exclamations >= ENTHUSIASTIC) {
            return Proposed.of(
                    "tone.enthusiastic", Message.of("website.reason.exclamations", Shares.percent(exclamations)));
        }
        if (page.person().you() >= TO_THE_READER) {
            return Proposed.of(
                    "tone.friendly",
                    Message.of(
                            "website.reason.you", Shares.percent(page.person().you())));
        }
        if (page.questions() >= MORE_THAN_ONE && questions >= ASKING) {
            return Proposed.of(
                    "tone.conversational", Message.of("website.reason.questions", Shares.percent(questions)));
        }
        if (page.readability() < HARD && page.averageSentenceLength() >= LONG_SENTENCES) {
            return Proposed.of(
                    "tone.authoritative",
                    Message.of("website.reason.reading", page.readability(), page.averageSentenceLength()));
        }
        if (page.person().we() >= OF_ITS_MAKERS) {
            return Proposed.of(
                    "tone.confident",
                    Message.of("website.reason.we", Shares.percent(page.person().we())));
        }
        return Proposed.of(
                "tone.informative",
                Message.of(
                        "website.reason.plain",
                        Shares.percent(exclamations),
                        Shares.percent(page.person().you()),
                        Shares.percent(page.person().we())));
    }
}
