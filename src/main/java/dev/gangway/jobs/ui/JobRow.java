package dev.gangway.jobs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import dev.gangway.jobs.Job;
import dev.gangway.jobs.Job.State;
import dev.gangway.jobs.Job.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One job in words, brought up to date in place so that the focus stays where it is. */
class JobRow {

    private static final String NONE = "–";

    private final String name;
    private final String title;
    private final Moments moments;
    private final UI ui = UI.getCurrent();
    private final Div about = new Div();
    private final Span state = DataTable.text("", "pill");
    private final Span more = DataTable.text("", "data-details");
    private final Span last = new Span();
    private final Span next = new Span();
    private final Button runNow;

    JobRow(String name, Moments moments, BiConsumer<String, String> run) {
        this.name = name;
        this.moments = moments;
        String key = "jobs.name." + name;
        String words = ui.getTranslation(key);
        boolean isKnown = !words.equals(key);
        title = isKnown ? words : name;
        about.add(DataTable.text(title, "data-name"));
        about.add(DataTable.text(ui.getTranslation(isKnown ? key + ".text" : "jobs.unknown"), "data-details"));
        // Pressing it twice does no harm, and a button that is disabled meanwhile would lose the focus.
        runNow = new Button(ui.getTranslation("jobs.run_now"), click -> run.accept(name, title));
        runNow.addThemeVariants(ButtonVariant.SMALL);
        runNow.setAriaLabel(ui.getTranslation("jobs.run_now_named", title));
    }

    String name() {
        return name;
    }

    /** What the reader calls it. */
    String title() {
        return title;
    }

    /** Job, state, next time and action. */
    List<Component> cells() {
        return List.of(about, new Div(state, more), next, runNow);
    }

    /** The same with the last time. */
    List<Component> withLast() {
        return List.of(about, new Div(state, more), last, next, runNow);
    }

    void show(Job job, Instant now) {
        State stands = job.state(now);
        state.setText(ui.getTranslation("jobs.state." + stands.name().toLowerCase(Locale.ROOT)));
        state.setClassName("pill-good", stands == State.RUNNING);
        state.setClassName("pill-bad", stands == State.FAILING || stands == State.LATE);
        more.setText(details(job, stands));
        last.setText(moment(job.lastSuccess()));
        next.setText(stands == State.RUNNING ? NONE : moment(job.next()));
        // What nobody asked for cannot be run; a button that comes and goes with each run would take the focus along.
        runNow.setVisible(job.trigger() == Trigger.CLOCK || job.waiting() > 0);
    }

    private String details(Job job, State stands) {
        return Stream.of(
                        job.runner() == null ? "" : ui.getTranslation("jobs.runner", job.runner()),
                        job.trigger() == Trigger.REQUEST && job.waiting() > 0
                                ? ui.getTranslation("jobs.waiting", job.waiting())
                                : "",
                        stands == State.FAILING || job.failing() > 0
                                ? ui.getTranslation("jobs.failures", job.failures(), moment(job.lastFailure()))
                                : "")
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private String moment(@Nullable Instant moment) {
        return moment == null ? NONE : moments.dateAndTime(moment);
    }
}
