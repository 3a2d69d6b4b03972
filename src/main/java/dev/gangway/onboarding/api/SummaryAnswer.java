package dev.gangway.onboarding.api;

import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.OnboardingSummary.Saved;
import dev.gangway.wizard.Answers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Everything that step 6 shows; a part that was skipped or not reached is null. */
record SummaryAnswer(
        UUID sessionId,
        BigDecimal progressPercentage,
        @Nullable Keys apiKeys,
        @Nullable ObjectNode website,
        @Nullable ObjectNode researchPreferences,
        @Nullable ObjectNode persona,
        @Nullable Declaration firstDeclaration,
        List<String> skipped,
        List<Capability> capabilities) {

    record Keys(int configured, List<Key> providers) {}

    record Key(String provider, String masked, Instant savedAt) {}

    record Declaration(
            UUID kblockId,
            String title,
            int layer,
            String declaration,
            BigDecimal loss,
            String justification,
            Instant savedAt) {}

    record Capability(String name, boolean unlocked, List<String> missing) {}

    static SummaryAnswer of(OnboardingSummary summary, Answers analysis) {
        return new SummaryAnswer(
                summary.sessionId(),
                summary.progressPercentage(),
                keys(summary),
                fields(summary.website(), website -> website.toAnswers().with(analysis)),
                fields(summary.research(), research -> research.toAnswers()),
                fields(summary.persona(), persona -> persona.toAnswers()),
                declaration(summary),
                summary.skipped(),
                summary.capabilities().stream()
                        .map(capability ->
                                new Capability(capability.name(), capability.unlocked(), capability.missing()))
                        .toList());
    }

    private static @Nullable Keys keys(OnboardingSummary summary) {
        Saved<List<OnboardingSummary.Key>> keys = summary.keys();
        return keys == null
                ? null
                : new Keys(
                        keys.value().size(),
                        keys.value().stream()
                                .map(key -> new Key(key.provider().id(), key.masked(), key.savedAt()))
                                .toList());
    }

    private static <T> @Nullable ObjectNode fields(@Nullable Saved<T> part, Function<T, Answers> fields) {
        return part == null
                ? null
                : fields.apply(part.value())
                        .nested()
                        .put("saved_at", part.savedAt().toString());
    }

    private static @Nullable Declaration declaration(OnboardingSummary summary) {
        var part = summary.firstDeclaration();
        return part == null
                ? null
                : new Declaration(
                        part.value().id(),
                        part.value().title(),
                        part.value().layer(),
                        part.value().content(),
                        part.value().loss(),
                        part.value().justification(),
                        part.savedAt());
    }
}
