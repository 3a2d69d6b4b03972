package dev.gangway.onboarding;

import dev.gangway.base.VisibleText;
import java.math.BigDecimal;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * What the knowledge block of a first declaration says about it.
 *
 * @param content the declaration, 1 to {@value #MAX_LENGTH} characters
 */
public record FirstDeclaration(String content) {

    /** Longest declaration. */
    public static final int MAX_LENGTH = 5000;

    /** The layer of a block made from a person's own words. */
    public static final int LAYER = 1;

    private static final int TITLE_LENGTH = 80;
    private static final int HAND_WAVY_FROM = 30;
    private static final int CLEAR_ABOVE = 80;

    /** How much of what is meant gets lost, by length; the rule is the specification's. */
    public enum Clarity {
        EXPLORATORY("0.55", "exploratory"),
        HAND_WAVY("0.35", "hand-wavy"),
        PRETTY_CLEAR("0.17", "pretty clear");

        private final BigDecimal loss;
        private final String reading;

        Clarity(String loss, String reading) {
            this.loss = new BigDecimal(loss);
            this.reading = reading;
        }

        /** 0 (nothing is lost) to 1. */
        public BigDecimal loss() {
            return loss;
        }

        /** The loss in words. */
        public String reading() {
            return reading;
        }
    }

    /** The first sentence, cut at 80 characters; a line break ends a sentence too. */
    public String title() {
        String line = content.lines()
                .filter(each -> !VisibleText.isBlank(each))
                .findFirst()
                .orElse("");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        sentences.first();
        String sentence = line.substring(0, Math.max(0, sentences.next())).strip();
        int length = sentence.codePointCount(0, sentence.length());
        return length <= TITLE_LENGTH
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, TITLE_LENGTH))
                        .strip();
    }

    /** How clear it is. */
    public Clarity clarity() {
        int length = content.codePointCount(0, content.length());
        if (length < HAND_WAVY_FROM) {
            return Clarity.EXPLORATORY;
        }
        return length <= CLEAR_ABOVE ? Clarity.HAND_WAVY : Clarity.PRETTY_CLEAR;
    }
}
