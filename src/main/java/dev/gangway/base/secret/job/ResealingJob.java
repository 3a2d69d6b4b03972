package dev.gangway.base.secret.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.base.secret.KeyRotations;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Finishes, every hour and once in the cluster, what a rotation left: one that was interrupted, or secrets that a replica
 * saved in the seconds before it learned of the new key.
 */
@Configuration(proxyBeanMethods = false)
class ResealingJob {

    private static final Logger LOG = LoggerFactory.getLogger(ResealingJob.class);

    @Bean
    Task<Void> resealingTask(KeyRotations rotations) {
        return Tasks.recurring("secrets-resealing", Schedules.cron("0 47 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> {
                    long unreadable =
                            rotations.resealAll(KeyRotations.Progress.SILENT).unreadable();
                    if (unreadable > 0) {
                        LOG.warn("{} secrets do not open; rotate-keys names them", unreadable);
                    }
                });
    }
}
