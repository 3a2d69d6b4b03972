package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.chart.Chart;
import dev.gangway.base.ui.chart.ChartData;

/** A part of the statistics: what it is about, a chart, and the same numbers as a table. */
class Section extends Div {

    Section(String title, String lead) {
        Div head = new Div(new H2(title), new Paragraph(lead));
        head.addClassName("card-head");
        addClassNames("card", "statistics-section");
        add(head);
    }

    Section with(Component component) {
        add(component);
        return this;
    }

    Section with(String name, ChartData data) {
        Chart chart = new Chart(name);
        chart.show(data);
        return with(chart);
    }

    /** A long table, opened by whoever wants it. */
    Section with(String summary, DataTable table) {
        Div frame = new Div(table);
        frame.addClassName("statistics-long");
        frame.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", summary);
        return with(new Details(summary, frame));
    }
}
