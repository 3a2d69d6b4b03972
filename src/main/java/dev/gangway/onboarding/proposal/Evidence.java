package dev.gangway.onboarding.proposal;

import dev.gangway.onboarding.website.TextMeasurement;
import dev.gangway.onboarding.website.WebsiteMeasurement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the inputs say about the brand, in figures.
 *
 * @param words of text that was measured, of the website or else of the person's own words
 * @param readability of that text, 0–100; 0 without text
 * @param mentions how often each brand value is spoken of; the person's own words count {@value #OWN_WORDS} times
 */
record Evidence(int words, double readability, Map<String, Integer> mentions) {

    /** What a person says about the brand weighs more than what a page happens to mention. */
    private static final int OWN_WORDS = 3;

    static Evidence of(PersonaInputs inputs, TextMeasurement measurement) {
        WebsiteMeasurement own = measurement.measureText(inputs.ownWords());
        WebsiteMeasurement website = inputs.measurement();
        Map<String, Integer> mentions = new LinkedHashMap<>();
        own.valueMentions().forEach((value, count) -> mentions.merge(value, count * OWN_WORDS, Integer::sum));
        if (website != null) {
            website.valueMentions().forEach((value, count) -> mentions.merge(value, count, Integer::sum));
        }
        WebsiteMeasurement text = website == null ? own : website;
        return new Evidence(text.wordCount(), text.readability(), mentions);
    }

    /** The brand values spoken of most that speak for an archetype, with their counts. */
    List<Map.Entry<String, Integer>> strongest(Archetype archetype, int limit) {
        return mentions.entrySet().stream()
                .filter(mention -> archetype.affinity(mention.getKey()) > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
    }
}
