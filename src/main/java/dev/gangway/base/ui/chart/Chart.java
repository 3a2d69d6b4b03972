package dev.gangway.base.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import java.util.Locale;

/**
 * Numbers as a picture. To assistive technology it is one image with a name: put a table with the same numbers beside it.
 *
 * <p>Drawn by {@code frontend/chart} with Apache ECharts, which a browser loads once a chart is on its page.
 */
@Tag("gangway-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./chart/gangway-chart.ts")
public class Chart extends Component {

    /** @param name what it shows, in the person's language */
    public Chart(String name) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", name);
    }

    /** Shows these numbers in place of the ones before. */
    public void show(ChartData data) {
        getElement().setPropertyBean("data", shown(data));
    }

    private static Shown shown(ChartData data) {
        return switch (data) {
            case ChartData.Bars(var categories, var series, var links) ->
                new Shown("bars", categories, parts(series), links);
            case ChartData.Lines(var categories, var series, var links) ->
                new Shown("lines", categories, parts(series), links);
            case ChartData.Funnel(var stages, var series, var links) ->
                new Shown("funnel", stages, parts(List.of(series)), links);
        };
    }

    private static List<ShownSeries> parts(List<ChartData.Series> series) {
        return series.stream()
                .map(each -> new ShownSeries(each.name(), each.tone().name().toLowerCase(Locale.ROOT), each.values()))
                .toList();
    }

    /** The form in which the web component takes it: {@code ChartData} of {@code frontend/chart/options.ts}. */
    record Shown(String kind, List<String> categories, List<ShownSeries> series, List<String> links) {}

    record ShownSeries(String name, String tone, List<? extends Number> values) {}
}
