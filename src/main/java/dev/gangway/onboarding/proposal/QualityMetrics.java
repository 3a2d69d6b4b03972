package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a proposal can be relied on: four figures of 0–100, each with its formula. */
final class QualityMetrics {

    /** Words from which a text is enough to judge a style by. */
    static final int ENOUGH_WORDS = 300;

    private QualityMetrics() {}

    /** A figure and its formula, not yet worded. */
    record Figure(int value, Message formula) {}

    static Map<String, Figure> of(PersonaInputs inputs, Evidence evidence, ArchetypeChoice choice) {
        int all = inputs.answers().size();
        int given = Math.toIntExact(
                inputs.answers().stream().filter(answer -> !answer.isBlank()).count());
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "completeness",
                new Figure(percent(given / (double) all), Message.of("persona.metric.completeness", given, all)));
        figures.put(
                "evidence",
                new Figure(
                        percent(evidence.words() / (double) ENOUGH_WORDS),
                        Message.of("persona.metric.evidence", evidence.words(), ENOUGH_WORDS)));
        figures.put(
                "distinctiveness",
                new Figure(choice.lead(), Message.of("persona.metric.distinctiveness", choice.score(), choice.next())));
        figures.put(
                "clarity",
                new Figure(
                        percent(evidence.readability() / 100),
                        Message.of("persona.metric.clarity", evidence.readability())));
        return figures;
    }

    private static int percent(double share) {
        return Math.toIntExact(Math.clamp(Math.round(share * 100), 0, 100));
    }
}
