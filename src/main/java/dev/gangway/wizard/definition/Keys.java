package dev.gangway.wizard.definition;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes keys of what people call things: "Cable in cm" is {@code cable_in_cm}. */
final class Keys {

    private static final int LONGEST = 100;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,99}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^[_0-9]+|_+$");

    private Keys() {}

    /** Whether a definition may have it as a key. */
    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** The key of a name; the other one where nothing of the name can be in a key. */
    static String of(String name, String otherwise) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        String joined = ENDS.matcher(OTHERS.matcher(plain).replaceAll("_")).replaceAll("");
        // Room for a number, should the key be taken.
        String key = joined.length() > LONGEST - 5 ? joined.substring(0, LONGEST - 5) : joined;
        return key.isEmpty() ? otherwise : key;
    }

    /** The key, or the first numbered one that is not taken. */
    static String free(String key, Collection<String> taken) {
        String free = key;
        for (int number = 2; taken.contains(free); number++) {
            free = key + "_" + number;
        }
        return free;
    }

    /** Whether the key was made of the name and not chosen by someone. */
    static boolean isMadeOf(String name, String otherwise, String key) {
        String made = of(name, otherwise);
        return key.equals(made) || key.matches(Pattern.quote(made) + "_\\d+");
    }
}
