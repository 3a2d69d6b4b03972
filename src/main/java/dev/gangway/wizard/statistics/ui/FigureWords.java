package dev.gangway.wizard.statistics.ui;

import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.statistics.FieldFigures;
import dev.gangway.wizard.statistics.StepFigures;
import dev.gangway.wizard.ui.BuiltInWizard;
import dev.gangway.wizard.ui.TimeTaken;
import dev.gangway.wizard.ui.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says figures and what they are about the way an administrator reads them. */
record FigureWords(Words words, List<BuiltInWizard> builtIn) {

    String of(String key, Object... args) {
        return words.of("statistics." + key, args);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(words.locale()).format(number);
    }

    /** With one decimal; a dash where there is nothing to be a part of. */
    String percent(@Nullable BigDecimal rate) {
        if (rate == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getPercentInstance(words.locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(rate);
    }

    String share(long part, long whole) {
        return percent(
                whole == 0
                        ? null
                        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    /** In whole seconds, half up. */
    String time(@Nullable BigDecimal seconds) {
        return new TimeTaken(words)
                .of(
                        seconds == null
                                ? null
                                : seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    String wizard(UUID id, String name) {
        return builtIn(id).map(wizard -> wizard.name(words)).orElse(name);
    }

    String wizard(Wizard wizard) {
        return wizard(wizard.id(), wizard.name());
    }

    String step(UUID wizard, StepFigures step) {
        return builtIn(wizard).map(its -> its.title(step.step(), words)).orElse(step.title());
    }

    String field(UUID wizard, FieldFigures field) {
        return builtIn(wizard)
                .map(its -> its.question(field.step(), field.field(), words))
                .orElse(field.label());
    }

    private Optional<BuiltInWizard> builtIn(UUID id) {
        return builtIn.stream().filter(wizard -> wizard.id().equals(id)).findAny();
    }
}
