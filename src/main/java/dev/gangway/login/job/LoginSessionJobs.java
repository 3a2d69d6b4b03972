package dev.gangway.login.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.gangway.login.OnboardingSync;
import dev.gangway.login.SyncListener;
import dev.gangway.login.SyncReport;
import dev.gangway.login.SyncScope;
import dev.gangway.login.internal.EndedLoginSessions;
import java.time.ZoneOffset;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mends the copies in live login sessions and drops old ended ones, every hour and once however many replicas run. */
@Configuration(proxyBeanMethods = false)
class LoginSessionJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LoginSessionJobs.class);

    @Bean
    Task<Void> sessionOnboardingSyncTask(OnboardingSync sync) {
        return Tasks.recurring("session-onboarding-sync", Schedules.cron("0 37 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> mend(sync));
    }

    @Bean
    Task<Void> endedLoginSessionsTask(EndedLoginSessions ended) {
        return Tasks.recurring("ended-login-sessions", Schedules.cron("0 7 * * * *", ZoneOffset.UTC))
                .execute((instance, context) -> ended.forget());
    }

    private static void mend(OnboardingSync sync) {
        LastFailure last = new LastFailure();
        SyncReport report = sync.run(SyncScope.LIVE, last);
        if (report.updated() > 0) {
            LOG.warn("Copies of the onboarding status that were wrong and are mended: {}", report.updated());
        }
        if (report.errors() > 0) {
            LOG.warn("Copies that could not be mended: {}; the last one: {}", report.errors(), last.reason);
        }
    }

    /** Keeps one reason, because thousands of rows may fail for the same one. */
    private static final class LastFailure implements SyncListener {

        private String reason = "";

        @Override
        public void failed(UUID loginSession, String why) {
            reason = loginSession + " " + why;
        }
    }
}
