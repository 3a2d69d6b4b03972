package dev.gangway.jobs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import dev.gangway.jobs.Job;
import dev.gangway.jobs.Job.Trigger;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jobs that run by the clock, or those that are asked for; rows stay the same while they are looked at. */
class JobTable extends Div {

    private final transient BiConsumer<String, String> runNow;
    private final transient Moments moments = Moments.at(UI.getCurrent());
    private final transient Map<String, JobRow> rows = new LinkedHashMap<>();
    private final Trigger trigger;
    private final DataTable table;

    /**
     * @param runNow called with the name of a job and what the reader calls it
     */
    JobTable(Trigger trigger, BiConsumer<String, String> runNow) {
        this.trigger = trigger;
        this.runNow = runNow;
        addClassName("card");
        String kind = "jobs." + trigger.name().toLowerCase(Locale.ROOT);
        table = new DataTable(
                getTranslation(kind),
                columns().map(column -> getTranslation("jobs." + column)).toList());
        add(new H2(getTranslation(kind)), new Paragraph(getTranslation(kind + ".lead")), table);
    }

    /** What was asked for and is done leaves nothing behind that could tell when. */
    private Stream<String> columns() {
        return trigger == Trigger.CLOCK
                ? Stream.of("job", "state", "last", "next", "action")
                : Stream.of("job", "state", "next", "action");
    }

    void show(List<Job> jobs, Instant now) {
        if (!rows.keySet().equals(jobs.stream().map(Job::name).collect(Collectors.toSet()))) {
            table.clear();
            rows.clear();
            jobs.stream()
                    .map(job -> new JobRow(job.name(), moments, runNow))
                    .sorted(Comparator.comparing(JobRow::title, Collator.getInstance(moments.locale())))
                    .forEach(this::add);
        }
        jobs.forEach(job -> Objects.requireNonNull(rows.get(job.name())).show(job, now));
    }

    private void add(JobRow row) {
        rows.put(row.name(), row);
        table.add(trigger == Trigger.CLOCK ? row.withLast() : row.cells());
    }
}
