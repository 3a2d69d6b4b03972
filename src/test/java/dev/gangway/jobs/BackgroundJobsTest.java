package dev.gangway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.jobs.Job.State;
import dev.gangway.jobs.Job.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class BackgroundJobsTest {

    /** One that no task is known for, so that no scheduler touches it. */
    private static final String LEFT = "left-by-another-version";

    @Autowired
    private BackgroundJobs jobs;

    @Autowired
    private List<Task<?>> tasks;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId admin = new UserId("nobody");

    @BeforeEach
    void anAdministrator() {
        admin = accounts.user();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from scheduled_tasks where task_name = ?").param(LEFT).update();
    }

    @Test
    void everyTaskIsAJob() {
        assertThat(jobs.all())
                .extracting(Job::name)
                .containsAll(tasks.stream().map(Task::getName).toList());
        assertThat(job("session-onboarding-sync").trigger()).isEqualTo(Trigger.CLOCK);
        assertThat(job("session-onboarding-sync").next()).isNotNull();
        assertThat(job("website-analysis").trigger()).isEqualTo(Trigger.REQUEST);
    }

    @Test
    void rowsOfOneKindAreTakenTogether() {
        Instant soon = clock.instant().plus(Duration.ofHours(1));
        row("one", soon, "false, null, null, 0");
        row("two", soon.plusSeconds(60), "false, null, now() - interval '1 minute', 3");
        row("three", soon.minus(Duration.ofDays(1)), "true, 'replica-7', now(), 1");

        Job job = job(LEFT);

        assertThat(job.waiting()).isEqualTo(2);
        assertThat(job.running()).isEqualTo(1);
        assertThat(job.failing()).isEqualTo(2);
        assertThat(job.failures()).isEqualTo(3);
        assertThat(job.next()).isBetween(soon.minusMillis(1), soon.plusMillis(1));
        assertThat(job.runner()).isEqualTo("replica-7");
        assertThat(job.state(clock.instant())).isEqualTo(State.RUNNING);
    }

    @Test
    void aJobRunsBeforeItsTimeAndTheTrailTellsWhoWantedIt() {
        Instant start = clock.instant();

        // Once it is not at work anyway.
        await().atMost(Duration.ofSeconds(20)).until(() -> jobs.runNow("reconcile-forgetting", admin));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Job job = job("reconcile-forgetting");
            assertThat(job.lastSuccess()).isAfter(start);
            assertThat(job.state(clock.instant())).isEqualTo(State.WAITING);
        });
        AuditEntry entry = trail.page(AuditFilter.ALL, null, 50).stream()
                .filter(each -> each.action().equals("jobs.run_now"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isNotNull().extracting(AuditEntry.Person::id).isEqualTo(admin.value());
        assertThat(entry.details().get("job")).hasToString("\"reconcile-forgetting\"");
    }

    @Test
    void whatIsAtWorkOrDueIsNotAskedForAgain() {
        row("at-work", clock.instant().plusSeconds(60), "true, 'replica-7', null, 0");
        row("due", clock.instant().minusSeconds(1), "false, null, null, 0");

        assertThat(jobs.runNow(LEFT, admin)).isFalse();
        assertThat(jobs.runNow("no-such-job", admin)).isFalse();

        assertThat(trail.page(AuditFilter.ALL, null, 50))
                .noneMatch(entry -> entry.actor() != null && entry.actor().id().equals(admin.value()));
    }

    private Job job(String name) {
        return jobs.all().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A row of the library's table. */
    private void row(String instance, Instant time, String pickedByFailureFailures) {
        jdbc.sql(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_failure,"
                                + " consecutive_failures, last_heartbeat, version) values (:name, :instance, :time, "
                                + pickedByFailureFailures + ", now(), 1)")
                .param("name", LEFT)
                .param("instance", instance)
                .param("time", java.sql.Timestamp.from(time))
                .update();
    }
}
