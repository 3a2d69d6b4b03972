package dev.gangway.onboarding;

import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.StepState;
import dev.gangway.wizard.WizardSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that step 6 shows, as the database has it at one moment.
 *
 * <p>A part that was skipped or not reached is null.
 *
 * @param run the wizard session it is about; its version tells whether anything changed since
 * @param keys the configured API keys, oldest first
 */
public record OnboardingSummary(
        WizardSession run,
        @Nullable Saved<List<Key>> keys,
        @Nullable Saved<Website> website,
        @Nullable WebsiteAnalysis analysis,
        @Nullable Saved<Research> research,
        @Nullable Saved<Persona> persona,
        @Nullable Saved<KBlock> firstDeclaration) {

    /**
     * A part with the time it was saved.
     *
     * @param <T> what was saved
     */
    public record Saved<T>(T value, Instant savedAt) {}

    /**
     * A configured key.
     *
     * @param masked dots and the last four characters
     */
    public record Key(Provider provider, String masked, Instant savedAt) {}

    /** The wizard session's id. */
    public UUID sessionId() {
        return run.id().value();
    }

    /** Two decimals. */
    public BigDecimal progressPercentage() {
        return run.progress();
    }

    /** The keys of the steps that were passed over, in order. */
    public List<String> skipped() {
        return run.wizard().steps().stream()
                .map(StepDefinition::key)
                .filter(key -> run.record(key)
                        .filter(record -> record.state() == StepState.SKIPPED)
                        .isPresent())
                .toList();
    }

    /** What the answers unlock, and what is missing for the rest. */
    public List<Capability> capabilities() {
        return List.of(
                Capability.of("ai_content", Map.of("api_keys", keys != null && hasMainKey(keys.value()))),
                Capability.of("style_analysis", Map.of("website_analysis", isAnalysed())),
                Capability.of("research_tools", Map.of("research", research != null)),
                Capability.of(
                        "personalization",
                        Map.of(
                                "target_audience", knows(Website::targetAudience),
                                "writing_style",
                                        knows(website -> website.writingStyle().tone()))),
                Capability.of("persona", Map.of("persona", persona != null)));
    }

    private static boolean hasMainKey(List<Key> keys) {
        return keys.stream().anyMatch(key -> key.provider().isMain());
    }

    private boolean isAnalysed() {
        return analysis != null && analysis.status() == WebsiteAnalysis.Status.COMPLETED;
    }

    private boolean knows(Function<Website, String> answer) {
        return website != null && !answer.apply(website.value()).isEmpty();
    }

    /**
     * Something that the product can do for the person.
     *
     * @param name {@code ai_content}, {@code style_analysis}, {@code research_tools}, {@code personalization} or
     *     {@code persona}
     * @param missing what is still needed; empty when unlocked
     */
    public record Capability(String name, List<String> missing) {

        static Capability of(String name, Map<String, Boolean> needs) {
            return new Capability(
                    name,
                    needs.entrySet().stream()
                            .filter(need -> !need.getValue())
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList());
        }

        /** Whether nothing is missing. */
        public boolean unlocked() {
            return missing.isEmpty();
        }
    }
}
