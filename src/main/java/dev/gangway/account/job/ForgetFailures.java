package dev.gangway.account.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.account.internal.LogInFailures;
import dev.gangway.account.internal.PasswordLinkStore;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drops failed log-ins and one-time links that no longer count, every hour. */
@Configuration(proxyBeanMethods = false)
class ForgetFailures {

    @Bean
    Task<Void> logInFailureCleanupTask(LogInFailures failures, PasswordLinkStore links, Clock clock) {
        return Tasks.recurring("log-in-failure-cleanup", Schedules.cron("0 27 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> {
                    failures.forget(clock.instant());
                    links.forget(clock.instant());
                });
    }
}
