package dev.gangway.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.jobs.Job.Trigger;
import dev.gangway.jobs.internal.JobStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The background jobs of all replicas: how they stand, and having one run before its time (ADR 47). */
@Service
public class BackgroundJobs {

    private final JobStore store;
    private final AuditTrail trail;
    private final Clock clock;
    private final Map<String, Trigger> known;

    BackgroundJobs(JobStore store, AuditTrail trail, Clock clock, List<Task<?>> tasks) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.known = tasks.stream().collect(Collectors.toMap(Task::getName, BackgroundJobs::trigger));
    }

    private static Trigger trigger(Task<?> task) {
        return task instanceof RecurringTask ? Trigger.CLOCK : Trigger.REQUEST;
    }

    /** Every kind of job by its name: those that this replica knows, and those that another version left. */
    @Transactional(readOnly = true)
    public List<Job> all() {
        Map<String, Job> jobs = new TreeMap<>();
        known.forEach((name, trigger) -> jobs.put(name, Job.idle(name, trigger)));
        store.all(name -> known.getOrDefault(name, Trigger.REQUEST)).forEach(job -> jobs.put(job.name(), job));
        return List.copyOf(jobs.values());
    }

    /**
     * Has a job run now that waits for later, on whichever replica takes it; recorded in the audit trail.
     *
     * @return whether one was waiting for later; none is where it is at work or about to begin anyway
     */
    @Transactional
    public boolean runNow(String name, UserId admin) {
        boolean isBroughtForward = store.bringForward(name, clock.instant()) > 0;
        if (isBroughtForward) {
            trail.record(AuditEvent.by(admin, "jobs.run_now").with("job", name));
        }
        return isBroughtForward;
    }
}
