package dev.gangway.wizard.statistics;

import java.util.List;
import java.util.UUID;

/**
 * All wizards in a period.
 *
 * @param perDay every day of the period
 * @param wizards those of which something was started, most started first
 */
public record OverallFigures(Counts counts, List<DayCount> perDay, List<OfWizard> wizards) {

    public OverallFigures {
        perDay = List.copyOf(perDay);
        wizards = List.copyOf(wizards);
    }

    /**
     * One of them.
     *
     * @param builtIn whether it is one of the product's own
     */
    public record OfWizard(UUID id, String name, boolean builtIn, Counts counts) {}
}
