package dev.gangway.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every language has every text: a language is one file, and what is missing in it is found here. */
class TranslationsTest {

    private static final Path FILES = Path.of("src/main/resources/vaadin-i18n");
    private static final Path SOURCES = Path.of("src/main/java");

    /** The audit trail names what was done by words of the same form. */
    private static final Pattern AUDIT_ACTION = Pattern.compile("AuditEvent\\.by(System)?\\([^\"]*\"[^\"]+\"");

    /** A text literal that looks like a language key: words joined by dots. */
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)+)(\\.?)\"");

    private static final Pattern ACTION = Pattern.compile("AuditEvent\\s*\\.by(?:System)?\\([^\"]*\"([a-z0-9_.]+)\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    @Test
    void everyLanguageHasTheKeysOfEnglish() throws IOException {
        Map<String, Properties> languages = languages();
        Set<Object> english = english(languages).keySet();

        languages.forEach((file, texts) -> {
            assertThat(texts.keySet()).as("keys of %s", file).containsExactlyInAnyOrderElementsOf(english);
            assertThat(texts.values())
                    .as("texts of %s", file)
                    .noneMatch(text -> text.toString().isBlank());
        });
    }

    @Test
    void everyTextIsAPatternWithThePlaceholdersOfEnglish() throws IOException {
        Map<String, Properties> languages = languages();
        Properties english = english(languages);

        languages.forEach((file, texts) -> texts.stringPropertyNames().forEach(key -> {
            assertThat(new MessageFormat(texts.getProperty(key)).toPattern())
                    .as("%s of %s", key, file)
                    .isNotEmpty();
            assertThat(placeholders(texts.getProperty(key)))
                    .as("placeholders of %s in %s", key, file)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }));
    }

    @Test
    void everyKeyThatTheCodeNamesExists() throws IOException {
        Properties english = english(languages());
        Set<String> keys = english.stringPropertyNames();
        Set<String> sections =
                keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            Matcher literal =
                    KEY.matcher(AUDIT_ACTION.matcher(Files.readString(source)).replaceAll(""));
            while (literal.find()) {
                String named = literal.group(1) + literal.group(2);
                boolean isText = sections.contains(named.substring(0, named.indexOf('.')));
                boolean exists = keys.contains(named)
                        || keys.contains("audit.action." + named)
                        || keys.stream().anyMatch(key -> key.startsWith(named.endsWith(".") ? named : named + "."));
                if (isText && !exists) {
                    missing.add(named + " in " + source.getFileName());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyActionOfTheAuditTrailHasWords() throws IOException {
        Properties english = english(languages());
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            Matcher action = ACTION.matcher(Files.readString(source));
            while (action.find()) {
                if (!english.containsKey("audit.action." + action.group(1))) {
                    missing.add(action.group(1) + " in " + source.getFileName());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private static Properties english(Map<String, Properties> languages) {
        return Objects.requireNonNull(languages.get("translations.properties"));
    }

    private static Set<String> placeholders(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            numbers.add(placeholder.group(1));
        }
        return numbers;
    }

    private static Map<String, Properties> languages() throws IOException {
        Map<String, Properties> languages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                languages.put(file.getFileName().toString(), texts);
            }
        }
        return languages;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
