package dev.gangway.training.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.gangway.base.Ids;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Stages another try for those who wait, in the transaction that makes room for them. */
@Component
public class WaitlistQueue {

    /** The job; an instance is named by something that happened never before. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("training-waitlist-retry");

    private final SchedulerClient client;
    private final Ids ids;
    private final Clock clock;

    WaitlistQueue(DataSource dataSource, Ids ids, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.ids = ids;
        this.clock = clock;
    }

    /** Has those who wait tried again as soon as this transaction is committed. */
    public void stage() {
        TaskInstance<?> instance = TASK.instance(ids.next().toString()).build();
        client.scheduleBatch(List.of(instance), clock.instant());
    }
}
