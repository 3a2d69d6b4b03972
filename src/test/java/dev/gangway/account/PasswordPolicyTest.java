package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    /** Nothing can be guessed about these, but breaches have shown them again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"zbn83rt69gkjlmib", "gAiakixZPUfi", "GHHH47HJ7649", "fyyffktrcttdyf"})
    void passwordsThatBreachesShowedOftenAreRefused(String password) {
        assertThat(policy.problem(password, "ada"))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message().key()).isEqualTo("account.password.too_easy"));
    }

    @Test
    void thousandsOfThemAreKnown() {
        assertThat(new CommonPasswords().count()).isGreaterThan(40_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onboarding12", "wizardlesson", "trainerstudent", "Gangway2026!", "gangwaygangway"})
    void wordsOfOurOwnMakeNoPassword(String password) {
        assertThat(policy.problem(password, "ada"))
                .hasValueSatisfying(
                        problem -> assertThat(problem.message().key()).isEqualTo("account.password.too_easy"));
    }

    @Test
    void longPasswordsAreTaken() {
        assertThat(policy.problem("quince ladder motet 41 ".repeat(5) + "end of it", "ada"))
                .isEmpty();
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
