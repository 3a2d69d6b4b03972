package dev.gangway.demo;

import dev.gangway.base.DemoMode;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.WizardSessionOverviews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives the grid and the statistics of a new demonstration something to show, beside its first pages and not before them.
 * Only in the embedded database, which one server has for itself, so that nobody else fills it at the same moment.
 */
@Component
@ConditionalOnBooleanProperty("gangway.database.embedded")
@EnableConfigurationProperties(DemoSessionsProperties.class)
class DemoSessions {

    private static final Logger log = LoggerFactory.getLogger(DemoSessions.class);

    private final DemoMode demo;
    private final WizardSessionOverviews overviews;
    private final DemoData data;
    private final int sessions;

    DemoSessions(DemoMode demo, WizardSessionOverviews overviews, DemoData data, DemoSessionsProperties properties) {
        this.sessions = properties.demoSessions();
        this.demo = demo;
        this.overviews = overviews;
        this.data = data;
    }

    /** Commands are contexts too, and one of them makes demo data of its own. */
    @EventListener
    void fill(ApplicationReadyEvent ready) {
        if (demo.enabled() && sessions > 0 && ready.getApplicationContext() instanceof WebServerApplicationContext) {
            Thread.ofVirtual().name("demo-sessions").start(this::fillIfEmpty);
        }
    }

    void fillIfEmpty() {
        try {
            if (overviews.total(OverviewFilter.NONE).rows() == 0) {
                data.generate(sessions, 1, done -> {});
            }
        } catch (RuntimeException e) {
            log.warn("The demonstration goes without wizard sessions to look at", e);
        }
    }
}
