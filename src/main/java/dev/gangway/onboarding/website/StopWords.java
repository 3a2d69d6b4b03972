package dev.gangway.onboarding.website;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a language that carry no meaning by themselves, from Snowball's lists; none for languages without a list. */
final class StopWords {

    private StopWords() {}

    static Set<String> of(String language) {
        // The name of a resource: a code of two letters only, whatever a page declares.
        if (!language.matches("[a-z]{2}")) {
            return Set.of();
        }
        try (InputStream file = StopWords.class.getResourceAsStream("stopwords/" + language + ".txt")) {
            return file == null ? Set.of() : read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The stop words of " + language + " cannot be read", broken);
        }
    }

    /** One word at the start of a line; what follows a vertical bar is a comment. */
    private static Set<String> read(InputStream file) {
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.replaceFirst("\\|.*", "").strip())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
