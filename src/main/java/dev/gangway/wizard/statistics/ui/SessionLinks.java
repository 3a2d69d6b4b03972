package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.overview.ui.AllSessionsNavigation;
import dev.gangway.wizard.statistics.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the wizard sessions are that a figure counts: addresses of the page that shows them. */
record SessionLinks(OverviewFilter all) {

    private static final Set<WizardSessionStatus> NOT_COMPLETED =
            EnumSet.complementOf(EnumSet.of(WizardSessionStatus.COMPLETED));

    /** @param wizard null: all of them */
    static SessionLinks of(@Nullable UUID wizard, Period period) {
        return new SessionLinks(OverviewFilter.NONE
                .withWizards(wizard == null ? Set.of() : Set.of(wizard))
                .withStarted(new TimeRange(
                        start(period.from()).toInstant(),
                        start(period.to().plusDays(1)).toInstant())));
    }

    private static ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC);
    }

    String started() {
        return address(all);
    }

    String in(WizardSessionStatus status) {
        return address(all.withStatuses(Set.of(status)));
    }

    /** Completed ones, the quickest first. */
    String byDuration() {
        return AllSessionsNavigation.address(
                all.withStatuses(Set.of(WizardSessionStatus.COMPLETED)),
                new OverviewSort(OverviewColumn.DURATION, Direction.ASCENDING));
    }

    String dropped(String step) {
        return address(all.withSteps(Set.of(step)).withStatuses(NOT_COMPLETED));
    }

    String marked(StepMark... marks) {
        return address(all.withMarks(Set.of(marks)));
    }

    private static String address(OverviewFilter filter) {
        return AllSessionsNavigation.address(filter, OverviewSort.NEWEST);
    }

    /** A figure that leads to what it counts; nothing leads to nothing. */
    static Component figure(String shown, long amount, String address) {
        return amount == 0 ? new Span(shown) : new Anchor(address, shown);
    }
}
