package dev.gangway.onboarding.website;

import java.util.List;
import java.util.Map;

/**
 * What was measured on a page's main text. Every number is finite; a page without text has zeros.
 *
 * @param url where the page was found, after redirects
 * @param title the page's title, at most 300 characters, or empty
 * @param description what the page says about itself, at most 1000 characters, or empty
 * @param language ISO 639 code, {@code und} when unknown
 * @param pageType the kind the page declares for itself ({@code article}, {@code website}, {@code product}), or empty
 * @param headings the first 30 of the first three levels, in page order
 * @param wordCount words of the main text, numbers among them
 * @param sentenceCount complete sentences; lines and labels count only where there is nothing else
 * @param averageSentenceLength words per sentence, one decimal
 * @param vocabularyRichness moving-average type-token ratio over {@value TextMeasurement#WINDOW} words (Covington and
 *     McFall 2010), 0–1, two decimals; the plain ratio for shorter texts
 * @param readability 0 (very hard) to 100 (very easy), one decimal
 * @param readabilityFormula the formula it came from
 * @param person whom the text speaks of
 * @param address how the text addresses its readers, in languages that have two forms
 * @param contractions number of words such as <em>don't</em> or <em>geht's</em>
 * @param questions number of sentences that ask
 * @param exclamations number of sentences that exclaim
 * @param frequentTerms the most frequent words that carry meaning, at least twice each, most frequent first, at most 15
 * @param valueMentions how often the text speaks of a brand value, by the value's id, most frequent first
 */
public record WebsiteMeasurement(
        String url,
        String title,
        String description,
        String language,
        String pageType,
        List<String> headings,
        int wordCount,
        int sentenceCount,
        double averageSentenceLength,
        double vocabularyRichness,
        double readability,
        ReadabilityFormula readabilityFormula,
        Person person,
        Address address,
        int contractions,
        int questions,
        int exclamations,
        List<FrequentTerm> frequentTerms,
        Map<String, Integer> valueMentions) {

    /**
     * Shares of the first (we, I), second (you) and third person (it, they) among all personal pronouns: 0–1, two
     * decimals, all 0 where there are none or the language's pronouns are not known (en, de and es are).
     */
    public record Person(double we, double you, double it) {}

    /** Number of formal (Sie, usted) and familiar (du, tú) pronouns; both 0 in English. */
    public record Address(int formal, int familiar) {}

    /** A word and how often it occurs. */
    public record FrequentTerm(String term, int count) {}
}
