package dev.gangway.onboarding.website;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which full stops end an abbreviation and not a sentence. ICU has lists for this, but compares only the end of a
 * word, so that the German "am." would swallow every sentence that ends in "langsam."; here whole words count.
 *
 * @param words as written, with their full stops
 */
record Abbreviations(Set<String> words) {

    /** Initials and the parts of "z. B.", "p. ej." */
    private static final Pattern SINGLE_LETTER = Pattern.compile("\\p{L}\\.");

    private static final Set<String> EVERYWHERE = Set.of("Dr.", "Prof.", "vs.", "St.", "Tel.", "tel.", "approx.");
    private static final Set<String> ENGLISH =
            Set.of("Mr.", "Mrs.", "Ms.", "Jr.", "Sr.", "e.g.", "i.e.", "cf.", "U.S.", "U.K.", "Mt.", "est.");
    private static final Set<String> GERMAN = Set.of(
            "z.B.", "d.h.", "u.a.", "i.d.R.", "bzw.", "ca.", "Nr.", "inkl.", "exkl.", "vgl.", "evtl.", "ggf.", "Hr.",
            "Fr.", "Mio.", "Mrd.", "Str.", "Abs.", "Bd.");
    private static final Set<String> SPANISH = Set.of(
            "Sr.", "Sra.", "Sres.", "Dra.", "Ud.", "Uds.", "ej.", "p.ej.", "núm.", "pág.", "Av.", "EE.", "aprox.");

    static Abbreviations of(String language) {
        return new Abbreviations(
                switch (language) {
                    case "en" -> ENGLISH;
                    case "de" -> GERMAN;
                    case "es" -> SPANISH;
                    default -> Set.of();
                });
    }

    /** Whether a text ends in an abbreviation rather than with a sentence. */
    boolean end(String text) {
        int start = Math.max(text.lastIndexOf(' '), text.lastIndexOf('(')) + 1;
        String last = text.substring(start);
        return words.contains(last)
                || EVERYWHERE.contains(last)
                || SINGLE_LETTER.matcher(last).matches();
    }
}
