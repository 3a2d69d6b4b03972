package dev.gangway.wizard.statistics;

import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.internal.statistics.DurationStore;
import dev.gangway.wizard.internal.statistics.FigureStore;
import dev.gangway.wizard.internal.statistics.FigureStore.Day;
import dev.gangway.wizard.internal.statistics.FigureStore.Figure;
import dev.gangway.wizard.internal.statistics.Percentiles;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Figures about the wizard sessions of everybody, for administrators: exact, of one moment, and as quick among ten million as
 * among ten (ADR 38). A figure of a period is about the wizard sessions that were started in it, whatever happened to them
 * later; days are those of UTC.
 */
@Service
public class WizardStatistics {

    private final FigureStore figures;
    private final DurationStore durations;
    private final Wizards wizards;
    private final OverviewProjector projector;
    private final TransactionTemplate oneMoment;

    WizardStatistics(
            FigureStore figures,
            DurationStore durations,
            Wizards wizards,
            OverviewProjector projector,
            PlatformTransactionManager manager) {
        this.figures = figures;
        this.durations = durations;
        this.wizards = wizards;
        this.projector = projector;
        this.oneMoment = new TransactionTemplate(manager);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** One wizard in a period; empty where there is no such wizard. */
    public Optional<WizardFigures> of(UUID wizardId, Period period) {
        projector.settle();
        return oneMoment.execute(status -> wizards.find(wizardId).map(wizard -> read(wizard, period)));
    }

    /** All wizards in a period. */
    public OverallFigures overall(Period period) {
        projector.settle();
        return oneMoment.execute(status -> read(period));
    }

    /** From the first day on which one of today's wizard sessions was started to the last one; empty without any. */
    public Optional<Period> everything() {
        projector.settle();
        List<LocalDate> span = figures.span();
        return span.isEmpty() ? Optional.empty() : Optional.of(new Period(span.getFirst(), span.getLast()));
    }

    private WizardFigures read(Wizard wizard, Period period) {
        List<Figure> all = figures.figures(wizard.id(), period.from(), period.to());
        Percentiles percentiles =
                durations.percentiles(List.of(all), period.from(), period.to()).getFirst();
        AskedEver asked = new AskedEver(wizards.versions(wizard.id()).stream()
                .filter(version -> version.status() != WizardStatus.DRAFT)
                .map(WizardVersion::content)
                .toList());
        Funnel funnel = new Funnel(all, asked);
        return new WizardFigures(
                counts(all, percentiles), perDay(wizard.id(), period), funnel.steps(), funnel.fields());
    }

    private OverallFigures read(Period period) {
        List<Figure> all = figures.figures(period.from(), period.to());
        Map<UUID, List<Figure>> byWizard = all.stream().collect(Collectors.groupingBy(Figure::wizard));
        List<UUID> ids = List.copyOf(byWizard.keySet());
        List<Percentiles> percentiles = durations.percentiles(
                Stream.concat(Stream.of(all), ids.stream().map(id -> byWizard.getOrDefault(id, List.of())))
                        .toList(),
                period.from(),
                period.to());
        Map<UUID, Counts> counts = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            UUID id = ids.get(i);
            counts.put(id, counts(byWizard.getOrDefault(id, List.of()), percentiles.get(i + 1)));
        }
        return new OverallFigures(
                counts(all, percentiles.getFirst()),
                perDay(null, period),
                wizards.all().stream()
                        .flatMap(wizard -> Stream.ofNullable(counts.get(wizard.id()))
                                .map(its ->
                                        new OverallFigures.OfWizard(wizard.id(), wizard.name(), wizard.builtIn(), its)))
                        .sorted(Comparator.comparingLong((OverallFigures.OfWizard each) ->
                                        -each.counts().started())
                                .thenComparing(OverallFigures.OfWizard::name))
                        .toList());
    }

    private static Counts counts(Collection<Figure> all, Percentiles percentiles) {
        Map<String, Long> standing = all.stream()
                .filter(figure -> figure.figure().equals("standing"))
                .collect(Collectors.groupingBy(Figure::detail, Collectors.summingLong(Figure::amount)));
        return new Counts(
                standing.getOrDefault("in_progress", 0L),
                standing.getOrDefault("completed", 0L),
                standing.getOrDefault("abandoned", 0L),
                standing.getOrDefault("expired", 0L),
                percentiles.median(),
                percentiles.p90());
    }

    private List<DayCount> perDay(@Nullable UUID wizardId, Period period) {
        Map<LocalDate, Day> days = figures.days(wizardId, period.from(), period.to());
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> Optional.ofNullable(days.get(day))
                        .map(counted -> new DayCount(day, counted.started(), counted.completed()))
                        .orElseGet(() -> new DayCount(day, 0, 0)))
                .toList();
    }
}
