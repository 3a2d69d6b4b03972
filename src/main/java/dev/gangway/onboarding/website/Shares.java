package dev.gangway.onboarding.website;

/** Relates counts to the length of the text; 0 for a page without text. */
final class Shares {

    private Shares() {}

    static double ofSentences(WebsiteMeasurement page, int count) {
        return page.sentenceCount() == 0 ? 0 : count / (double) page.sentenceCount();
    }

    static double perHundredWords(WebsiteMeasurement page, int count) {
        return page.wordCount() == 0 ? 0 : 100.0 * count / page.wordCount();
    }

    static int percent(double share) {
        return Math.toIntExact(Math.round(share * 100));
    }
}
