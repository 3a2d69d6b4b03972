package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PasswordsTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @Test
    void nothingConfiguredIsWhatOwaspAsksFor() {
        Passwords passwords = new Passwords(configured(Map.of()));

        String hash = passwords.hash(PASSWORD);

        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
    }

    @Test
    void aCheaperHashIsGoodAndOutdated() {
        String cheap = new Passwords(memory("64KB")).hash(PASSWORD);
        Passwords dearer = new Passwords(memory("128KB"));

        assertThat(dearer.matches(PASSWORD, cheap)).isTrue();
        assertThat(dearer.isOutdated(cheap)).isTrue();
        assertThat(dearer.isOutdated(dearer.hash(PASSWORD))).isFalse();
    }

    @Test
    void halfACharacterIsNoFault() {
        Passwords passwords = new Passwords(memory("64KB"));

        assertThat(passwords.matches("half \ud800 a character", passwords.hash(PASSWORD)))
                .isFalse();
        assertThat(passwords.matches("half \ud800 a character", passwords.hash("half \ud800 a character")))
                .isTrue();
    }

    @Test
    void lessThanOwaspAsksForIsWeak() {
        assertThat(memory("19455KB").isWeak()).isTrue();
        assertThat(memory("19456KB").isWeak()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"63KB", "0", "2GB"})
    void whatCannotBeMeantIsRefused(String memory) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(memory(memory)))
                    .extracting(ConstraintViolation::getMessage)
                    .containsExactly("must be between 64KB and 1GB");
        }
    }

    private static PasswordProperties memory(String memory) {
        return configured(Map.of("gangway.passwords.memory", memory));
    }

    private static PasswordProperties configured(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("gangway.passwords", PasswordProperties.class);
    }
}
