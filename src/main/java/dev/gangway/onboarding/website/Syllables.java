package dev.gangway.onboarding.website;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Counts the syllables of a word by its vowel groups: an estimate, right for about nine words in ten, as is usual for
 * readability formulas.
 */
enum Syllables {
    /** Vowel groups; a final e and the e of a final -es or -ed are silent except where they are sounded. */
    ENGLISH("[aeiouyáéíóúäöü]+", "(?<=[^aeiouy])(?:e|es|ed)$", "(?:[^aeiouy]le|[td]ed|(?:s|x|z|ch|sh|ge|ce)es)$"),
    /** Each vowel or diphthong is one syllable. */
    GERMAN("äu|au|ei|ai|eu|ie|oi|ey|ay|aa|ee|oo|[aeiouyäöüáéíóú]", "", ""),
    /** Strong vowels count each; weak ones (i, u) join a strong neighbour unless they carry an accent. */
    SPANISH("[iuü]?[aeoáéó](?:[iu](?![aeoáéó])|y(?![aeiouáéíóú]))?|[iuüíú]+|y(?![aeiouáéíóú])", "", "");

    private final Pattern vowels;
    private final Pattern silent;
    private final Pattern sounded;

    Syllables(String vowels, String silent, String sounded) {
        this.vowels = Pattern.compile(vowels);
        this.silent = Pattern.compile(silent.isEmpty() ? "(?!)" : silent);
        this.sounded = Pattern.compile(sounded.isEmpty() ? "(?!)" : sounded);
    }

    /** At least 1. */
    int in(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int groups = (int) vowels.matcher(lower).results().count();
        boolean hasSilentEnd =
                silent.matcher(lower).find() && !sounded.matcher(lower).find();
        return Math.max(1, hasSilentEnd ? groups - 1 : groups);
    }
}
