package dev.gangway.reconcile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.audit.AuditEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditDetailsTest {

    private final JsonMapper json = new JsonMapper();

    @ParameterizedTest
    @CsvSource({
        "en, Purchase: 7 · Result: waits for a trainer",
        "de, Kauf: 7 · Ergebnis: wartet auf einen Trainer",
        "es, Compra: 7 · Resultado: espera a un entrenador",
    })
    void namesAndOurOwnWordsAreInTheLanguageOfTheReader(String language, String words) {
        assertThat(worded(language, Map.of("result", json.valueToTree("WAITLISTED"), "purchase", json.valueToTree(7))))
                .isEqualTo(words);
    }

    @Test
    void severalWordsAndYesAndNoAreWordedToo() {
        JsonNode roles = json.valueToTree(new String[] {"ADMIN", "USER"});

        assertThat(worded("en", Map.of("after", roles, "purge", json.valueToTree(true))))
                .isEqualTo("Afterwards: Administrator, User · Deleted at once: yes");
    }

    @Test
    void whateverIsRecordedHasAName() throws IOException {
        Pattern recorded = Pattern.compile("\\.(?:with|personal)\\(\\s*\"([a-z_]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> names = sources.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditDetailsTest::code)
                    .filter(code -> code.contains("AuditEvent.by"))
                    .flatMap(code -> recorded.matcher(code).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet());

            assertThat(names)
                    .contains("purchase", "username")
                    .allSatisfy(name -> assertThat(worded("en", Map.of(name, json.valueToTree(1))))
                            .doesNotStartWith(name + ":"));
        }
    }

    /** Without comments, in which examples stand. */
    private static String code(Path source) {
        try {
            return Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatHasNoWordsStandsAsItWasRecorded() {
        assertThat(worded(
                        "en",
                        Map.of(
                                "colour",
                                json.valueToTree("MAUVE"),
                                "job",
                                json.valueToTree("later-than-this-version"))))
                .isEqualTo("colour: MAUVE · Job: later-than-this-version");
    }

    private static String worded(String language, Map<String, JsonNode> details) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        AuditEntry entry =
                new AuditEntry(new UUID(0, 1), Instant.EPOCH, null, "training.assigned", null, details, Map.of());
        return new AuditDetails(key -> Stream.of(key)
                        .filter(bundle::containsKey)
                        .map(bundle::getString)
                        .findAny()
                        .orElse(key))
                .of(entry);
    }
}
