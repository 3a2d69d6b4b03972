package dev.gangway.training.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.training.SyncProgress;
import dev.gangway.training.TutoringSync;
import dev.gangway.training.internal.WaitlistQueue;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Mends tutoring sessions every hour, and tries those who wait for a trainer again: at once where somebody made room, and every
 * minute, because time makes room too. Each runs once however many replicas there are.
 */
@Configuration(proxyBeanMethods = false)
class TrainingJobs {

    @Bean
    Task<Void> tutoringSyncTask(TutoringSync sync) {
        return Tasks.recurring("tutoring-sync", Schedules.cron("0 47 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> sync.all(null, SyncProgress.NONE));
    }

    @Bean
    Task<Void> waitlistRetryTask(WaitlistRounds rounds) {
        return Tasks.oneTime(WaitlistQueue.TASK).execute((instance, context) -> rounds.ask());
    }

    @Bean
    Task<Void> waitlistTask(WaitlistRounds rounds) {
        return Tasks.recurring("training-waitlist", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> rounds.ask());
    }
}
