package dev.gangway.wizard.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Stages the work on a move in the caller's transaction. */
@Component
public class MoveQueue {

    /** The job; an instance is named by its move. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("wizard-moves");

    private final SchedulerClient client;
    private final Clock clock;

    MoveQueue(DataSource dataSource, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.clock = clock;
    }

    /** Has the move worked on as soon as this transaction is committed. */
    public void stage(UUID move) {
        client.scheduleBatch(List.of(TASK.instance(move.toString()).build()), clock.instant());
    }
}
