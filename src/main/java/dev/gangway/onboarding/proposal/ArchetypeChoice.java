package dev.gangway.onboarding.proposal;

import java.util.Arrays;
import java.util.List;

/**
 * The archetype that the evidence speaks for.
 *
 * @param archetype the one with the highest score
 * @param score its points: mentions of each brand value times its affinity, plus {@value #TONE} where the tone suits
 * @param next the points of the runner-up
 */
record ArchetypeChoice(Archetype archetype, double score, double next) {

    private static final double TONE = 1;

    /** Points for content that explains: technical articles and academic papers. */
    private static final double EXPLAINING_CONTENT = 1;

    private static final List<String> EXPLAINING = List.of("Technical Articles", "Academic Papers");

    static ArchetypeChoice of(Evidence evidence, Tone tone, List<String> contentTypes) {
        List<ArchetypeChoice> ranked = Arrays.stream(Archetype.values())
                .map(archetype -> new ArchetypeChoice(archetype, score(archetype, evidence, tone, contentTypes), 0))
                .sorted((one, other) -> Double.compare(other.score(), one.score()))
                .toList();
        ArchetypeChoice best = ranked.getFirst();
        return best.score() == 0
                ? new ArchetypeChoice(Archetype.EVERYMAN, 0, 0)
                : new ArchetypeChoice(
                        best.archetype(), best.score(), ranked.get(1).score());
    }

    private static double score(Archetype archetype, Evidence evidence, Tone tone, List<String> contentTypes) {
        double values = evidence.mentions().entrySet().stream()
                .mapToDouble(mention -> mention.getValue() * archetype.affinity(mention.getKey()))
                .sum();
        boolean explains = archetype == Archetype.SAGE && EXPLAINING.stream().anyMatch(contentTypes::contains);
        return values + (archetype.tones().contains(tone) ? TONE : 0) + (explains ? EXPLAINING_CONTENT : 0);
    }

    /** How far it is ahead of the runner-up, 0–100. */
    int lead() {
        return score == 0 ? 0 : Math.toIntExact(Math.round(100 * (score - next) / score));
    }
}
