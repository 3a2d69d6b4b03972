package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @CsvSource({
        "short horse, account.password.too_short",
        "password1234, account.password.too_easy",
        "passwordpassword, account.password.too_easy",
        "qwertyuiop123, account.password.too_easy",
        "111111111111111, account.password.too_easy",
        "margaret.atwood, account.password.too_easy",
    })
    void commonAndShortPasswordsAreRefused(String password, String why) {
        assertThat(policy.problem(password, "margaret.atwood"))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message().key()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quince ladder motet 41", "Zug fährt über Öl-See", "🐙🐙🐙 rarely climbs trees"})
    void unrelatedWordsOfAnyScriptAreTaken(String password) {
        assertThat(policy.problem(password, "ada")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 100_000})
    void endlessPasswordsAreRefusedWithoutEffort(int length) {
        assertThat(policy.problem("aZ3 ".repeat(length).substring(0, length), "ada"))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message().key()).isEqualTo("account.password.too_long"));
    }
}
