package dev.gangway.onboarding.website;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts contracted words where a language contracts by choice: English and German. Elsewhere it is a rule of spelling. */
final class Contractions {

    /** A noun's possessive 's is told from a contraction by its word: only pronouns and question words contract with 's. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\w+n't|\\w+'(?:re|ve|ll|d|m)|(?:it|that|there|here|what|who|where|how|let|he|she)'s|y'all|'tis");

    private static final Pattern GERMAN = Pattern.compile(
            "(?:geht|gibt|ist|war|hat|wird|kann|macht|wenn|wie|was|ob|ich|du|er|sie|wir|so|auf|für|um|durch)'s|'(?:ne|nen|ner|n)");

    private Contractions() {}

    static int in(List<String> words, String language) {
        Pattern pattern = switch (language) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            default -> Pattern.compile("(?!)");
        };
        return Math.toIntExact(words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT).replace('’', '\''))
                .filter(word -> pattern.matcher(word).matches())
                .count());
    }
}
