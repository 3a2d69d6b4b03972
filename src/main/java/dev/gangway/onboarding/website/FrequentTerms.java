package dev.gangway.onboarding.website;

import dev.gangway.onboarding.website.WebsiteMeasurement.FrequentTerm;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the words that a text repeats and that carry meaning. */
final class FrequentTerms {

    private static final int MOST = 15;
    private static final int AT_LEAST = 2;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 60;

    private FrequentTerms() {}

    static List<FrequentTerm> of(List<String> words, String language) {
        Set<String> stopWords = StopWords.of(language);
        // Snowball's lists lack inflected forms such as "unsere".
        Pronouns pronouns = Pronouns.of(language);
        Locale locale = Locale.of(language);
        Map<String, Map<String, Integer>> spellings = new HashMap<>();
        for (String word : words) {
            String written = withoutPossessive(word);
            String lower = written.toLowerCase(locale);
            if (isTerm(lower)
                    && !pronouns.contain(lower)
                    && !stopWords.contains(lower)
                    && !stopWords.contains(word.toLowerCase(locale).replace('’', '\''))) {
                spellings.computeIfAbsent(lower, term -> new HashMap<>()).merge(written, 1, Integer::sum);
            }
        }
        return spellings.values().stream()
                .map(FrequentTerms::term)
                .filter(term -> term.count() >= AT_LEAST)
                .sorted(Comparator.comparingInt(FrequentTerm::count).reversed().thenComparing(FrequentTerm::term))
                .limit(MOST)
                .toList();
    }

    /** Shown in the spelling that is used most: nouns keep their capital in German. */
    private static FrequentTerm term(Map<String, Integer> spellings) {
        String most = spellings.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return new FrequentTerm(
                most, spellings.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static boolean isTerm(String word) {
        int length = word.codePointCount(0, word.length());
        boolean ideographs = word.codePoints().anyMatch(Character::isIdeographic);
        return length >= (ideographs ? 2 : SHORTEST) && length <= LONGEST && Character.isLetter(word.codePointAt(0));
    }

    private static String withoutPossessive(String word) {
        return word.replaceFirst("['’]s$", "");
    }
}
