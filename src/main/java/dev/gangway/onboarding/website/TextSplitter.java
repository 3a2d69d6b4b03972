package dev.gangway.onboarding.website;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Splits text into sentences and words by the rules and abbreviations of its language (Unicode UAX 29). */
final class TextSplitter {

    private final BreakIterator sentences;
    private final BreakIterator words;
    private final Abbreviations abbreviations;

    TextSplitter(String language) {
        ULocale locale = new ULocale(language);
        this.sentences = BreakIterator.getSentenceInstance(locale);
        this.abbreviations = Abbreviations.of(language);
        this.words = BreakIterator.getWordInstance(locale);
    }

    /** The sentences of a block of text. */
    List<String> sentences(String block) {
        List<String> result = new ArrayList<>();
        sentences.setText(block);
        int start = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = block.substring(start, end).strip();
            if (end < block.length() && abbreviations.end(sentence)) {
                continue;
            }
            if (!sentence.isEmpty()) {
                result.add(sentence);
            }
            start = end;
        }
        return result;
    }

    /** The words of a text, numbers among them, without punctuation and emoji; as written. */
    List<String> words(String text) {
        List<String> result = new ArrayList<>();
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (words.getRuleStatus() >= BreakIterator.WORD_NUMBER) {
                result.add(text.substring(start, end));
            }
        }
        return result;
    }
}
