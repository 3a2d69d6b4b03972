package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstDeclarationTest {

    @Test
    void theLossFollowsTheLength() {
        assertThat(clarity(29)).isEqualTo("0.55 exploratory");
        assertThat(clarity(30)).isEqualTo("0.35 hand-wavy");
        assertThat(clarity(80)).isEqualTo("0.35 hand-wavy");
        assertThat(clarity(81)).isEqualTo("0.17 pretty clear");
    }

    @Test
    void theTitleIsTheFirstSentence() {
        assertThat(title("We build bridges. And boats.")).isEqualTo("We build bridges.");
        assertThat(title("One line\nand another")).isEqualTo("One line");
        assertThat(title("\u2060\n\u00a0\nHello. There")).isEqualTo("Hello.");
        assertThat(title("日本語の文。次の文。")).isEqualTo("日本語の文。");
    }

    @Test
    void theTitleIsCutAtEightyCharacters() {
        assertThat(title("🎉".repeat(100))
                        .codePointCount(0, title("🎉".repeat(100)).length()))
                .isEqualTo(80);
    }

    private static String title(String content) {
        return new FirstDeclaration(content).title();
    }

    private static String clarity(int length) {
        FirstDeclaration.Clarity clarity = new FirstDeclaration("x".repeat(length)).clarity();
        return clarity.loss() + " " + clarity.reading();
    }
}
