package dev.gangway.wizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNumbersTest {

    private final LocalNumbers english = new LocalNumbers(Locale.ENGLISH);
    private final LocalNumbers german = new LocalNumbers(Locale.GERMAN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-0.5 | -0.5",
                ".5 | 0.5",
                "+7 | 7",
                "1,234,567.89 | 1234567.89",
                "1 234 567 | 1234567",
                "−12 | -12",
                "999999999999999.9999999999 | 999999999999999.9999999999"
            })
    void englishNumbersAreRead(String typed, BigDecimal meant) {
        assertThat(english.parse(typed)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "abc", "1,5", "12,34", "1.2.3", "1e3", "0x10", "٣", "1 2"})
    void whatCouldMeanSomethingElseIsNoNumber(String typed) {
        assertThat(english.parse(typed)).isEmpty();
    }

    @Test
    void germanNumbersHaveACommaAndNeverLoseAFactorOfTen() {
        assertThat(german.parse("1.234,5")).hasValue(new BigDecimal("1234.5"));
        assertThat(german.parse("0,25")).hasValue(new BigDecimal("0.25"));
        assertThat(german.parse("1.5")).isEmpty();
    }

    @Test
    void whatIsShownIsReadAsTheSame() {
        for (String text : new String[] {"0", "-0.0000000001", "999999999999999", "1234567.25"}) {
            BigDecimal value = new BigDecimal(text);
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN, Locale.of("es")}) {
                LocalNumbers numbers = new LocalNumbers(locale);
                assertThat(numbers.parse(numbers.typed(value))).hasValue(value);
                assertThat(numbers.parse(numbers.words(value))).hasValue(value);
            }
        }
    }
}
