package dev.gangway.wizard.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.wizard.internal.MoveQueue;
import dev.gangway.wizard.internal.MovingSessions;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Works moves of wizard sessions off in the background, wherever they were cut off. */
@Configuration(proxyBeanMethods = false)
class WizardMoveJob {

    private static final Logger LOG = LoggerFactory.getLogger(WizardMoveJob.class);
    private static final int RETRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Task<Void> wizardMoveTask(MovingSessions moving) {
        return Tasks.custom(MoveQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .withBackoff(PAUSE)
                        .thenRemove(failed -> giveUp(failed, moving)))
                .execute((instance, context) -> {
                    while (moving.next(UUID.fromString(instance.getId()))) {
                        if (context.getSchedulerState().isShuttingDown()) {
                            return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(Duration.ZERO));
                        }
                    }
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    private static void giveUp(ExecutionComplete failed, MovingSessions moving) {
        UUID move = UUID.fromString(failed.getExecution().taskInstance.getId());
        LOG.error("The move {} was given up", move, failed.getCause().orElse(null));
        moving.giveUp(move);
    }
}
