package dev.gangway.reconcile.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.gangway.base.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Stages the work on an apply in the caller's transaction. */
@Component
public class ApplyQueue {

    /** The job; an instance is named by its apply and something that happened never before. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("reconcile");

    private static final char SEPARATOR = '/';

    private final SchedulerClient client;
    private final Ids ids;
    private final Clock clock;

    ApplyQueue(DataSource dataSource, Ids ids, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.ids = ids;
        this.clock = clock;
    }

    /** Has the apply, or its undo, worked on as soon as this transaction is committed. */
    public void stage(UUID apply) {
        // Never the name of before, whose instance may be about to be removed at this moment.
        TaskInstance<?> instance =
                TASK.instance(apply.toString() + SEPARATOR + ids.next()).build();
        client.scheduleBatch(List.of(instance), clock.instant());
    }

    /** The apply that an instance is about. */
    public static UUID apply(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf(SEPARATOR)));
    }
}
