package dev.gangway.wizard.overview.ui;

import dev.gangway.base.ui.Moments;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewNames;
import dev.gangway.wizard.OverviewWizard;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.ui.BuiltInWizard;
import dev.gangway.wizard.ui.TimeTaken;
import dev.gangway.wizard.ui.Words;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says a wizard session's row the way an administrator reads it.
 *
 * @param builtIn the wizards that are part of the product, which are called by the reader's language
 * @param defined those that have wizard sessions, with the titles of their steps; of others the key is shown
 */
record OverviewWords(Words words, Moments moments, List<BuiltInWizard> builtIn, Map<UUID, OverviewWizard> defined)
        implements OverviewNames {

    OverviewWords(Words words, Moments moments, List<BuiltInWizard> builtIn, List<OverviewWizard> defined) {
        this(
                words,
                moments,
                builtIn,
                defined.stream().collect(Collectors.toMap(OverviewWizard::id, Function.identity())));
    }

    String column(OverviewColumn column) {
        return words.of("overview.column." + OverviewAddress.word(column));
    }

    String range(String kind, Enum<?> range) {
        return words.of("overview." + kind + "." + OverviewAddress.word(range));
    }

    @Override
    public String wizard(UUID id, String name) {
        return builtIn(id).map(wizard -> wizard.name(words)).orElse(name);
    }

    @Override
    public String step(UUID wizardId, String key) {
        return builtIn(wizardId)
                .map(wizard -> wizard.title(key, words))
                .or(() -> Optional.ofNullable(defined.get(wizardId))
                        .map(wizard -> wizard.steps().get(key)))
                .orElse(key);
    }

    Optional<BuiltInWizard> builtIn(UUID id) {
        return builtIn.stream().filter(wizard -> wizard.id().equals(id)).findAny();
    }

    String status(WizardSessionOverview row) {
        return range("status", row.status());
    }

    String percent(WizardSessionOverview row) {
        return words.of(
                "overview.percent",
                row.progress().setScale(0, RoundingMode.HALF_UP).intValue());
    }

    /** What statistics counted: Reached Delivery, Stopped at the field day of Delivery. */
    String mark(StepMark mark, UnaryOperator<String> step) {
        return words.of("overview.mark." + OverviewAddress.word(mark.kind()), step.apply(mark.step()), mark.field());
    }

    String duration(@Nullable Long seconds) {
        return new TimeTaken(words).of(seconds);
    }
}
