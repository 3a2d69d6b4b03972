package dev.gangway.wizard.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.wizard.Lapses;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets idle and ended wizard sessions lapse every hour, once however many replicas run. */
@Configuration(proxyBeanMethods = false)
class LapseJob {

    @Bean
    Task<Void> wizardSessionLapsesTask(Lapses lapses) {
        return Tasks.recurring("wizard-session-lapses", Schedules.cron("0 27 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> lapses.run());
    }
}
