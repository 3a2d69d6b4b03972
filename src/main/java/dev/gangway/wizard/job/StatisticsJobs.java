package dev.gangway.wizard.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.wizard.internal.ProjectionStore;
import dev.gangway.wizard.internal.statistics.FigureUpkeep;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the statistics quick to read, every minute, and holds them and the names that are searched against their rows, every night. */
@Configuration(proxyBeanMethods = false)
class StatisticsJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsJobs.class);

    @Bean
    Task<Void> wizardStatisticsFoldTask(FigureUpkeep upkeep) {
        return Tasks.recurring("wizard-statistics-fold", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> upkeep.fold());
    }

    @Bean
    Task<Void> wizardStatisticsMendTask(FigureUpkeep upkeep, ProjectionStore projection) {
        return Tasks.recurring("wizard-statistics-mend", Schedules.cron("0 23 3 * * *", ZoneOffset.UTC))
                .execute((instance, context) -> {
                    long wrong = upkeep.mend();
                    if (wrong > 0) {
                        LOG.warn("Figures of wizard statistics that were wrong and are mended: {}", wrong);
                    }
                    projection.forgetNames();
                });
    }
}
