package dev.gangway.base.web;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drops answers that are kept no longer, every hour. */
@Configuration(proxyBeanMethods = false)
class ForgetAnswers {

    @Bean
    Task<Void> idempotentAnswerCleanupTask(IdempotentAnswers answers) {
        return Tasks.recurring("idempotent-answer-cleanup", Schedules.cron("0 37 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> answers.forget());
    }
}
