package dev.gangway.base.ui.chart;

import java.util.List;

/**
 * What a chart shows. Names are texts in the person's language; numbers are written by the browser in its language.
 *
 * <p>Every chart may have links: the address that a click on a part opens, in the order of the parts; none where it is empty.
 */
public sealed interface ChartData {

    /** Addresses that a click on a part opens, in the order of the parts. */
    List<String> links();

    /**
     * Bars beside each other, one of each series for each category.
     *
     * @param categories along the horizontal axis
     */
    record Bars(List<String> categories, List<Series> series, List<String> links) implements ChartData {

        public Bars {
            requireValues(categories, series);
            links = List.copyOf(links);
        }
    }

    /**
     * Lines over time, one of each series.
     *
     * @param categories along the horizontal axis
     */
    record Lines(List<String> categories, List<Series> series, List<String> links) implements ChartData {

        public Lines {
            requireValues(categories, series);
            links = List.copyOf(links);
        }
    }

    /**
     * A funnel from top to bottom in the given order.
     *
     * @param stages its parts
     * @param series how many are left at each stage
     */
    record Funnel(List<String> stages, Series series, List<String> links) implements ChartData {

        public Funnel {
            requireValues(stages, List.of(series));
            links = List.copyOf(links);
        }
    }

    /**
     * Numbers that belong together.
     *
     * @param values one for each category
     */
    record Series(String name, Tone tone, List<? extends Number> values) {

        public Series {
            values = List.copyOf(values);
        }
    }

    /** The colours that a series can have; each is readable in light and dark. */
    enum Tone {
        MAIN,
        SECOND,
        GOOD,
        BAD
    }

    private static void requireValues(List<String> categories, List<Series> series) {
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("%s has %d values for %d categories"
                        .formatted(each.name(), each.values().size(), categories.size()));
            }
        }
    }
}
