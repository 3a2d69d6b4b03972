package dev.gangway.onboarding.proposal;

import dev.gangway.base.Texts;
import dev.gangway.onboarding.proposal.PersonaProposal.QualityMetric;
import dev.gangway.onboarding.website.TextMeasurement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Proposes a persona by fixed rules: the same inputs give the same proposal, and each value names what it was derived
 * from. Works with no inputs at all, saying so.
 */
@Component
public class PersonaProposer {

    private final TextMeasurement measurement;
    private final Texts texts;

    PersonaProposer(TextMeasurement measurement, Texts texts) {
        this.measurement = measurement;
        this.texts = texts;
    }

    /** A proposal worded in a language; nothing is stored. */
    public PersonaProposal propose(PersonaInputs inputs, Locale locale) {
        return new PersonaDraft(inputs, Evidence.of(inputs, measurement), message -> texts.of(message, locale))
                .proposal();
    }

    /** The quality metrics alone, for a persona that is saved. */
    public Map<String, QualityMetric> metrics(PersonaInputs inputs, Locale locale) {
        return new LinkedHashMap<>(propose(inputs, locale).qualityMetrics());
    }
}
