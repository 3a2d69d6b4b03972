package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final Texts texts = new Texts();

    @Test
    void aBoundIsNamedWithAllItsDecimals() {
        assertThat(texts.of(Message.of("field.too_little", new BigDecimal("0.0001")), Locale.ENGLISH))
                .isEqualTo("At least 0.0001");
        assertThat(texts.of(Message.of("field.too_much", new BigDecimal("1234567.123456")), Locale.GERMAN))
                .contains("1.234.567,123456");
        assertThat(texts.of(Message.of("field.too_much", new BigDecimal("100.00")), Locale.ENGLISH))
                .isEqualTo("At most 100");
    }
}
