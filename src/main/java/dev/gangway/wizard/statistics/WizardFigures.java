package dev.gangway.wizard.statistics;

import java.util.List;

/**
 * One wizard in a period.
 *
 * @param perDay every day of the period
 * @param funnel the steps in the order of the newest version; those that only older ones had where they stood there
 * @param fields those that were refused at least once, by step, the worst first
 */
public record WizardFigures(Counts counts, List<DayCount> perDay, List<StepFigures> funnel, List<FieldFigures> fields) {

    public WizardFigures {
        perDay = List.copyOf(perDay);
        funnel = List.copyOf(funnel);
        fields = List.copyOf(fields);
    }
}
