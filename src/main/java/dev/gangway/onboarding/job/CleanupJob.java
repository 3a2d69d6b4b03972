package dev.gangway.onboarding.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.onboarding.Cleanup;
import dev.gangway.onboarding.OnboardingCleanup;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away given up onboardings every hour, once however many replicas run. */
@Configuration(proxyBeanMethods = false)
class CleanupJob {

    @Bean
    Task<Void> onboardingCleanupTask(OnboardingCleanup cleanup) {
        return Tasks.recurring("onboarding-cleanup", Schedules.cron("0 17 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> cleanup.run(Cleanup.DEFAULT_HOURS, Cleanup.Deletion.AFTER_GRACE));
    }
}
