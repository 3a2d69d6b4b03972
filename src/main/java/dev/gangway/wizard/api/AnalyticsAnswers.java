package dev.gangway.wizard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gangway.wizard.statistics.Counts;
import dev.gangway.wizard.statistics.DayCount;
import dev.gangway.wizard.statistics.FieldFigures;
import dev.gangway.wizard.statistics.OverallFigures;
import dev.gangway.wizard.statistics.OverallFigures.OfWizard;
import dev.gangway.wizard.statistics.Period;
import dev.gangway.wizard.statistics.StepFigures;
import dev.gangway.wizard.statistics.WizardFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statistics in the form in which the API tells them. */
final class AnalyticsAnswers {

    private AnalyticsAnswers() {}

    record WizardAnswer(
            UUID wizardId,
            LocalDate from,
            LocalDate to,
            @JsonUnwrapped CountsAnswer counts,
            List<DayAnswer> perDay,
            List<StepAnswer> funnel,
            List<FieldAnswer> fields) {

        static WizardAnswer of(UUID id, Period period, WizardFigures figures) {
            return new WizardAnswer(
                    id,
                    period.from(),
                    period.to(),
                    CountsAnswer.of(figures.counts()),
                    figures.perDay().stream().map(DayAnswer::of).toList(),
                    figures.funnel().stream().map(StepAnswer::of).toList(),
                    figures.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    record OverviewAnswer(
            LocalDate from,
            LocalDate to,
            @JsonUnwrapped CountsAnswer counts,
            List<DayAnswer> perDay,
            List<LineAnswer> wizards) {

        static OverviewAnswer of(Period period, OverallFigures figures) {
            return new OverviewAnswer(
                    period.from(),
                    period.to(),
                    CountsAnswer.of(figures.counts()),
                    figures.perDay().stream().map(DayAnswer::of).toList(),
                    figures.wizards().stream().map(LineAnswer::of).toList());
        }
    }

    record LineAnswer(
            UUID wizardId, String name, @JsonUnwrapped CountsAnswer counts) {

        static LineAnswer of(OfWizard wizard) {
            return new LineAnswer(wizard.id(), wizard.name(), CountsAnswer.of(wizard.counts()));
        }
    }

    record CountsAnswer(
            long started,
            long completed,
            @Nullable BigDecimal completionRate,
            @Nullable BigDecimal medianSeconds,
            @Nullable BigDecimal p90Seconds) {

        static CountsAnswer of(Counts counts) {
            return new CountsAnswer(
                    counts.started(),
                    counts.completed(),
                    counts.completionRate(),
                    counts.medianSeconds(),
                    counts.p90Seconds());
        }
    }

    record DayAnswer(LocalDate day, long started, long completed) {

        static DayAnswer of(DayCount count) {
            return new DayAnswer(count.day(), count.started(), count.completed());
        }
    }

    record StepAnswer(String stepKey, long reached, long completed, long dropped) {

        static StepAnswer of(StepFigures step) {
            return new StepAnswer(step.step(), step.reached(), step.completed(), step.dropped());
        }
    }

    record FieldAnswer(String stepKey, String fieldKey, long validationErrors, long stoppedHere) {

        static FieldAnswer of(FieldFigures field) {
            return new FieldAnswer(field.step(), field.field(), field.validationErrors(), field.stoppedHere());
        }
    }
}
