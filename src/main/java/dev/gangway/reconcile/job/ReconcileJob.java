package dev.gangway.reconcile.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.reconcile.ReconcileProperties;
import dev.gangway.reconcile.internal.ApplyQueue;
import dev.gangway.reconcile.internal.ApplyStore;
import dev.gangway.reconcile.internal.Batches;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works applies off in the background, wherever they were cut off, and forgets old ones. */
@Configuration(proxyBeanMethods = false)
class ReconcileJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileJob.class);
    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Task<Void> reconcileTask(Batches batches) {
        return Tasks.custom(ApplyQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .withBackoff(PAUSE)
                        .thenRemove(failed -> giveUp(failed, batches)))
                .execute((instance, context) -> {
                    UUID apply = ApplyQueue.apply(instance.getId());
                    while (batches.next(apply)) {
                        if (context.getSchedulerState().isShuttingDown()) {
                            return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(Duration.ZERO));
                        }
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    @Bean
    Task<Void> reconcileForgettingTask(ApplyStore store, ReconcileProperties properties, Clock clock) {
        return Tasks.recurring("reconcile-forgetting", Schedules.cron("0 57 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> {
                    while (store.forget(clock.instant().minus(properties.keepApplies())) > 0) {
                        LOG.debug("Old applies were forgotten");
                    }
                });
    }

    private static void giveUp(ExecutionComplete failed, Batches batches) {
        UUID apply = ApplyQueue.apply(failed.getExecution().taskInstance.getId());
        LOG.error("The apply {} was given up", apply, failed.getCause().orElse(null));
        batches.giveUp(apply);
    }
}
