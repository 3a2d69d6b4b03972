package dev.gangway.onboarding.website;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, cat, 1", "ENGLISH, coffee, 2", "ENGLISH, make, 1", "ENGLISH, table, 2", "ENGLISH, roasted, 2",
        "ENGLISH, packed, 1", "ENGLISH, boxes, 2", "ENGLISH, readability, 5", "ENGLISH, the, 1", "ENGLISH, 42, 1",
        "GERMAN, Haus, 1", "GERMAN, Bauer, 2", "GERMAN, Häuser, 2", "GERMAN, Verständlichkeit, 4", "GERMAN, Theater, 3",
        "SPANISH, casa, 2", "SPANISH, ciudad, 2", "SPANISH, día, 2", "SPANISH, aéreo, 4", "SPANISH, queso, 2",
        "SPANISH, mayo, 2", "SPANISH, hoy, 1", "SPANISH, bueno, 2", "SPANISH, seguía, 3", "SPANISH, leer, 2"
    })
    void aWordsSyllablesAreCounted(Syllables language, String word, int syllables) {
        assertThat(language.in(word)).isEqualTo(syllables);
    }
}
