package dev.gangway.onboarding.website;

import java.util.List;

/** Scores how easy a text reads, from 0 (very hard) to 100 (very easy), by the formula made for its language. */
public enum ReadabilityFormula {
    /** Rudolf Flesch, "A new readability yardstick", 1948: 206.835 − 1.015 words/sentence − 84.6 syllables/word. */
    FLESCH(Syllables.ENGLISH) {
        @Override
        double raw(double wordsPerSentence, double syllablesPerWord) {
            return 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord;
        }
    },
    /** Toni Amstad, "Wie verständlich sind unsere Zeitungen?", 1978: 180 − words/sentence − 58.5 syllables/word. */
    AMSTAD(Syllables.GERMAN) {
        @Override
        double raw(double wordsPerSentence, double syllablesPerWord) {
            return 180 - wordsPerSentence - 58.5 * syllablesPerWord;
        }
    },
    /**
     * José Fernández Huerta, "Medidas sencillas de lecturabilidad", 1959, with Gwillim Law's correction of its sentence
     * term: 206.84 − 1.02 words/sentence − 60 syllables/word.
     */
    FERNANDEZ_HUERTA(Syllables.SPANISH) {
        @Override
        double raw(double wordsPerSentence, double syllablesPerWord) {
            return 206.84 - 1.02 * wordsPerSentence - 60 * syllablesPerWord;
        }
    },
    /**
     * Carl-Hugo Björnsson, "Läsbarhet", 1968, for every other language, since it needs no syllables: LIX =
     * words/sentence + 100 × words over six letters / words; 25 is very easy and 65 very hard, so the score is 140 − 2
     * LIX.
     */
    LIX(Syllables.ENGLISH) {
        @Override
        double raw(double wordsPerSentence, double longWordsShare) {
            return 140 - 2 * (wordsPerSentence + 100 * longWordsShare);
        }

        @Override
        double perWord(List<String> words) {
            return words.stream()
                            .filter(word -> word.codePointCount(0, word.length()) > LONG_WORD)
                            .count()
                    / (double) words.size();
        }
    };

    private static final int LONG_WORD = 6;

    private final Syllables syllables;

    ReadabilityFormula(Syllables syllables) {
        this.syllables = syllables;
    }

    static ReadabilityFormula of(String language) {
        return switch (language) {
            case "en" -> FLESCH;
            case "de" -> AMSTAD;
            case "es" -> FERNANDEZ_HUERTA;
            default -> LIX;
        };
    }

    /** The score, 0 for a text without words. */
    double score(List<Sentence> sentences) {
        List<String> words = sentences.stream()
                .flatMap(sentence -> sentence.words().stream())
                .toList();
        if (words.isEmpty()) {
            return 0;
        }
        double raw = raw(words.size() / (double) sentences.size(), perWord(words));
        return Math.clamp(raw, 0, 100);
    }

    abstract double raw(double wordsPerSentence, double perWord);

    double perWord(List<String> words) {
        return words.stream().mapToInt(syllables::in).average().orElse(0);
    }
}
