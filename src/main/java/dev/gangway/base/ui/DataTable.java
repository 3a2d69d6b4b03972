package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A table that the stylesheet turns into cards on narrow screens, where each value carries its column's name. */
public class DataTable extends NativeTable {

    private final List<String> columns;
    private final NativeTableRow head = new NativeTableRow();

    /**
     * @param caption what is in it, for those who do not see where it stands
     * @param columns the names of the columns
     */
    public DataTable(String caption, List<String> columns) {
        this.columns = columns;
        addClassName("data-table");
        // Said again for each part, because what is laid out as cards is no table to screen readers otherwise.
        getElement().setAttribute("role", "table");
        setCaptionText(caption);
        getCaption().addClassName("sr-only");
        head.getElement().setAttribute("role", "row");
        columns.forEach(column -> head(new NativeTableHeaderCell(column)));
        getHead().add(head);
        getHead().getElement().setAttribute("role", "rowgroup");
        getBody().getElement().setAttribute("role", "rowgroup");
    }

    /** Puts something in place of a column's name at the top. */
    public void head(int column, Component content) {
        NativeTableHeaderCell cell = head.getHeaderCells().get(column);
        cell.removeAll();
        cell.add(content);
    }

    private void head(NativeTableHeaderCell cell) {
        cell.getElement().setAttribute("role", "columnheader");
        cell.getElement().setAttribute("scope", "col");
        head.add(cell);
    }

    /** Adds a row with a component for each column. */
    public NativeTableRow add(List<Component> values) {
        NativeTableRow row = row(values);
        getBody().add(row);
        return row;
    }

    /** Puts a row in the place of another, counted from 0; the others stay as they are, the focus in them included. */
    public void replace(int place, List<Component> values) {
        NativeTableRow old = (NativeTableRow) getBody().getComponentAt(place);
        getBody().replace(old, row(values));
    }

    private NativeTableRow row(List<Component> values) {
        NativeTableRow row = new NativeTableRow();
        row.getElement().setAttribute("role", "row");
        for (int i = 0; i < values.size(); i++) {
            NativeTableCell cell = new NativeTableCell(values.get(i));
            cell.getElement().setAttribute("role", "cell");
            cell.getElement().setAttribute("data-label", columns.get(i));
            row.add(cell);
        }
        return row;
    }

    /** Leaves nothing but the names of the columns. */
    public void clear() {
        getBody().removeAll();
    }

    /** A value in words. */
    public static Span text(String text, String... classes) {
        Span span = new Span(text);
        span.addClassNames(classes);
        return span;
    }
}
