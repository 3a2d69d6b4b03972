package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class WebsiteTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es"})
    void everyTextExistsInEveryLanguage(String language) throws IOException {
        assertThat(keys(language)).isNotEmpty().isEqualTo(keys(""));
    }

    @Test
    void aRefusalIsWordedInTheReadersLanguage() {
        Message refused = FetchResult.refused("port", 8081).message();

        try (var context = new AnnotationConfigApplicationContext(Texts.class)) {
            Texts texts = context.getBean(Texts.class);
            assertThat(texts.of(refused, Locale.ENGLISH)).isEqualTo("Port 8081 is not allowed");
            assertThat(texts.of(refused, Locale.GERMAN)).isEqualTo("Port 8081 ist nicht erlaubt");
            assertThat(texts.of(refused, Locale.of("es"))).isEqualTo("El puerto 8081 no está permitido");
        }
    }

    private static Set<String> keys(String language) throws IOException {
        Properties texts = new Properties();
        try (var file =
                WebsiteTextsTest.class.getResourceAsStream("/vaadin-i18n/translations" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("website.") || key.startsWith("persona."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
