package dev.gangway.onboarding.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.gangway.base.Message;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.onboarding.internal.AnalysisQueue;
import dev.gangway.onboarding.internal.AnalysisStore;
import dev.gangway.onboarding.website.WebsiteAnalyzer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads websites in the background; one that was cut off by a crash is taken up again by any replica. */
@Configuration(proxyBeanMethods = false)
class WebsiteAnalysisJob {

    private static final Logger LOG = LoggerFactory.getLogger(WebsiteAnalysisJob.class);

    @Bean
    Task<Void> websiteAnalysisTask(WebsiteAnalyzer analyzer, AnalysisStore store, Clock clock, MeterRegistry meters) {
        return Tasks.oneTime(AnalysisQueue.TASK).execute((instance, context) -> {
            Timer.Sample sample = Timer.start(meters);
            String outcome = analyze(UUID.fromString(instance.getId()), analyzer, store, clock);
            sample.stop(meters.timer("gangway.website.analysis", "outcome", outcome));
        });
    }

    private static String analyze(UUID attempt, WebsiteAnalyzer analyzer, AnalysisStore store, Clock clock) {
        Optional<String> address = store.address(attempt);
        if (address.isEmpty()) {
            return "overtaken";
        }
        try {
            WebsiteAnalyzer.Analysis analysis =
                    analyzer.analyze(address.get(), (percent, stage) -> store.progress(attempt, percent, stage.key()));
            return switch (analysis) {
                case WebsiteAnalyzer.Analysed(var measurement, var proposal) -> {
                    store.complete(attempt, new WebsiteAnalysis.Result(measurement, proposal), clock.instant());
                    yield "completed";
                }
                case WebsiteAnalyzer.NotAnalysed(var message) -> {
                    store.fail(attempt, message, clock.instant());
                    yield "failed";
                }
            };
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // A page that the libraries stumble over would stumble again; the person is told and can go on.
            LOG.warn("The analysis {} failed", attempt, e);
            store.fail(attempt, Message.of("website.analysis.unexpected"), clock.instant());
            return "stumbled";
        }
    }
}
