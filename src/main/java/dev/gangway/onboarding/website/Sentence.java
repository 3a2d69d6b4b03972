package dev.gangway.onboarding.website;

import java.util.List;

/**
 * A sentence and its words as written.
 *
 * @param text with its punctuation
 * @param words in order, at least one
 */
record Sentence(String text, List<String> words) {

    private static final String ENDINGS = ".!?…。！？؟।;:";
    private static final String QUESTIONS = "?？؟";
    private static final String EXCLAMATIONS = "!！";

    /** Words from which a line without a full stop still reads as a sentence, not as a label. */
    private static final int LINE_WORDS = 6;

    /** Whether this is a sentence rather than a heading, label or menu entry. */
    boolean isComplete() {
        return words.size() >= LINE_WORDS || endsWithOneOf(ENDINGS);
    }

    boolean isQuestion() {
        return endsWithOneOf(QUESTIONS);
    }

    boolean isExclamation() {
        return endsWithOneOf(EXCLAMATIONS);
    }

    /** Looks behind closing quotes, brackets and emoji at the end. */
    private boolean endsWithOneOf(String marks) {
        for (int i = text.length(); i > 0; ) {
            int c = text.codePointBefore(i);
            if (ENDINGS.indexOf(c) >= 0) {
                return marks.indexOf(c) >= 0;
            }
            if (Character.isLetterOrDigit(c)) {
                return false;
            }
            i -= Character.charCount(c);
        }
        return false;
    }
}
