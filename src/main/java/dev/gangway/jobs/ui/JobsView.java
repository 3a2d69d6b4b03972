package dev.gangway.jobs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Polling;
import dev.gangway.base.ui.Toast;
import dev.gangway.jobs.BackgroundJobs;
import dev.gangway.jobs.Job;
import dev.gangway.jobs.Job.State;
import dev.gangway.jobs.Job.Trigger;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the servers do by themselves: whether it is done, when again, and having it done now. */
@Route("admin/jobs")
@Menu(title = "menu.jobs", icon = "jobs", order = 75)
@RolesAllowed(Role.ADMIN_NAME)
public class JobsView extends Div implements HasDynamicTitle {

    private static final Duration LIVE = Duration.ofSeconds(2);

    private final transient BackgroundJobs jobs;
    private final transient CurrentCaller caller;
    private final transient Clock clock;
    private final Div health = new Div();
    private final Map<Trigger, JobTable> tables = new EnumMap<>(Trigger.class);
    private final Polling polling = new Polling(this, LIVE, this::refresh);
    private transient Set<State> said = Set.of();

    JobsView(BackgroundJobs jobs, CurrentCaller caller, Clock clock) {
        this.jobs = jobs;
        this.caller = caller;
        this.clock = clock;
        addClassNames("page", "wide", "jobs");
        Div head = new Div(new H1(getTranslation("menu.jobs")), new Paragraph(getTranslation("jobs.lead")));
        head.addClassName("page-head");
        add(head, health);
        for (Trigger trigger : Trigger.values()) {
            JobTable table = new JobTable(trigger, this::runNow);
            tables.put(trigger, table);
            add(table);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
        polling.start();
    }

    private void refresh() {
        Instant now = clock.instant();
        List<Job> all = jobs.all();
        tables.forEach((trigger, table) ->
                table.show(all.stream().filter(job -> job.trigger() == trigger).toList(), now));
        Set<State> wrong = all.stream()
                .map(job -> job.state(now))
                .filter(EnumSet.of(State.FAILING, State.LATE)::contains)
                .collect(Collectors.toSet());
        // Said again only when it is something else: it is read out.
        if (health.getComponentCount() == 0 || !wrong.equals(said)) {
            said = wrong;
            health.removeAll();
            health.add(notice(wrong));
        }
    }

    private Notice notice(Set<State> wrong) {
        if (wrong.contains(State.LATE)) {
            return new Notice(
                    Notice.Kind.ERROR,
                    getTranslation("jobs.health.late"),
                    new Paragraph(getTranslation("jobs.health.late.text")));
        }
        return wrong.contains(State.FAILING)
                ? new Notice(
                        Notice.Kind.WARNING,
                        getTranslation("jobs.health.failing"),
                        new Paragraph(getTranslation("jobs.health.failing.text")))
                : new Notice(Notice.Kind.SUCCESS, getTranslation("jobs.health.good"));
    }

    private void runNow(String name, String title) {
        if (jobs.runNow(name, caller.get().userId())) {
            Toast.success(getTranslation("jobs.run_now.told", title));
        } else {
            Toast.success(getTranslation("jobs.run_now.already", title));
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.jobs"));
    }
}
