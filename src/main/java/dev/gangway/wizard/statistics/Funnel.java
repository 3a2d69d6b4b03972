package dev.gangway.wizard.statistics;

import dev.gangway.wizard.internal.statistics.FigureStore.Figure;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the figures of a wizard into the order of its steps. */
final class Funnel {

    private final List<Figure> figures;
    private final AskedEver asked;
    private final Map<Key, Long> sums;

    /** The figures of a step, or of a field of it; the detail is empty for all of a step. */
    private record Key(String figure, String step, String detail) {}

    Funnel(List<Figure> figures, AskedEver asked) {
        this.figures = figures;
        this.asked = asked;
        this.sums = figures.stream()
                .collect(Collectors.toMap(
                        figure -> new Key(figure.figure(), figure.step(), figure.detail()), Figure::amount, Long::sum));
    }

    /** Every step of the newest version, also where nobody came, and those of older ones that somebody came to. */
    List<StepFigures> steps() {
        return keys().map(step -> new StepFigures(
                        step,
                        asked.title(step),
                        sum("reached", step, ""),
                        sum("submitted", step, ""),
                        sum("skipped", step, ""),
                        sum("standing", step, "in_progress")
                                + sum("standing", step, "abandoned")
                                + sum("standing", step, "expired")))
                .filter(step -> step.reached() > 0 || asked.isAskedNow(step.step()))
                .toList();
    }

    /** The fields that were refused, the worst of each step first. */
    List<FieldFigures> fields() {
        return keys().flatMap(step -> figures.stream()
                        .filter(figure -> figure.figure().equals("problems")
                                && figure.step().equals(step))
                        .map(figure -> new FieldFigures(
                                step,
                                figure.detail(),
                                asked.label(step, figure.detail()),
                                figure.amount(),
                                sum("refused", step, figure.detail()),
                                sum("stopped", step, figure.detail())))
                        .sorted(Comparator.comparingLong(FieldFigures::stoppedHere)
                                .thenComparingLong(FieldFigures::validationErrors)
                                .reversed()
                                .thenComparing(FieldFigures::field)))
                .toList();
    }

    private Stream<String> keys() {
        return Stream.concat(
                        asked.steps().stream(),
                        figures.stream().map(Figure::step).filter(step -> !step.isEmpty()))
                .distinct();
    }

    private long sum(String figure, String step, String detail) {
        return sums.getOrDefault(new Key(figure, step, detail), 0L);
    }
}
