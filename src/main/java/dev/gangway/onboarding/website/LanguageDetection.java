package dev.gangway.onboarding.website;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the language of a text with OpenNLP's model of 103 languages; the language the page declares decides where the
 * text is too short or the model unsure. Templates often declare a wrong language, so the text comes first.
 */
@Component
class LanguageDetection {

    /** ISO 639 for a language that is not known. */
    private static final String UNKNOWN = "und";

    private static final String MODEL = "/langdetect-183.bin";

    /** Letters below which a guess is not worth having. */
    private static final int FEWEST_LETTERS = 20;

    private static final int LETTERS_LOOKED_AT = 5000;

    /**
     * How much likelier than the second the best guess must be. The model spreads its confidence over 103 languages, so
     * that on two sentences a right answer has 0.02 to 0.1, but two to four times as much as the next.
     */
    private static final double WORTH_A_GUESS = 1.3;

    /** The same where the page declares another language. */
    private static final double SURE = 3;

    private @Nullable LanguageDetectorModel model;

    /** The language as an ISO 639 code ({@code en}), {@code und} when unknown. */
    String of(String text, String declared) {
        String declaredLanguage = Locale.forLanguageTag(declared).getLanguage();
        String letters = letters(text);
        if (letters.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return declaredLanguage.isEmpty() ? UNKNOWN : declaredLanguage;
        }
        Language[] guesses = new LanguageDetectorME(model()).predictLanguages(letters);
        double lead = guesses[0].getConfidence() / guesses[1].getConfidence();
        if (lead >= (declaredLanguage.isEmpty() ? WORTH_A_GUESS : SURE)) {
            return ULocale.createCanonical(guesses[0].getLang()).getLanguage();
        }
        return declaredLanguage.isEmpty() ? UNKNOWN : declaredLanguage;
    }

    private static String letters(String text) {
        return text.length() <= LETTERS_LOOKED_AT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LETTERS_LOOKED_AT)));
    }

    /** Read at the first analysis: 10 MB that a server without analyses never needs. */
    private synchronized LanguageDetectorModel model() {
        LanguageDetectorModel loaded = model;
        if (loaded == null) {
            try (InputStream file = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
                if (file == null) {
                    throw new IllegalStateException("The language model " + MODEL + " is missing");
                }
                loaded = new LanguageDetectorModel(file);
            } catch (IOException broken) {
                throw new UncheckedIOException("The language model " + MODEL + " cannot be read", broken);
            }
            model = loaded;
        }
        return loaded;
    }
}
