package dev.gangway.account.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.account.internal.AccountErasureStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, every hour, which accounts were erased once no token from before is good any more. */
@Configuration(proxyBeanMethods = false)
class ForgetErasures {

    private static final Duration LONGEST_TOKEN = Duration.ofDays(30);

    @Bean
    Task<Void> erasureForgettingTask(AccountErasureStore erasures, Clock clock) {
        return Tasks.recurring("erasure-forgetting", Schedules.cron("0 33 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> erasures.forget(clock.instant().minus(LONGEST_TOKEN)));
    }
}
