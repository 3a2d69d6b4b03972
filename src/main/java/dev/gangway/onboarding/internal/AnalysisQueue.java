package dev.gangway.onboarding.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Stages analyses in the caller's transaction, so that one that is rolled back was never asked for. */
@Component
public class AnalysisQueue {

    /** The job; an instance is named by its attempt. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("website-analysis");

    private final SchedulerClient client;
    private final Clock clock;

    AnalysisQueue(DataSource dataSource, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.clock = clock;
    }

    /** Has an attempt executed as soon as this transaction is committed. */
    public void stage(UUID attempt) {
        // A batch of one, because the other ways of scheduling look first whether the instance exists.
        TaskInstance<?> instance = TASK.instance(attempt.toString()).build();
        client.scheduleBatch(List.of(instance), clock.instant());
    }
}
