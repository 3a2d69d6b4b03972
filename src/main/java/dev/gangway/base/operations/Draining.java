package dev.gangway.base.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A server that is told to end says so at its readiness and goes on for as long as a load balancer needs to notice, so that
 * nobody is sent to it any more when it stops.
 */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class Draining implements SmartLifecycle {

    /** Before anything else stops, the web server above all, which takes no more requests as soon as its turn has come. */
    static final int PHASE = Integer.MAX_VALUE;

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final ShutdownProperties properties;
    private final ApplicationContext context;
    private volatile boolean running;

    Draining(ShutdownProperties properties, ApplicationContext context) {
        this.properties = properties;
        this.context = context;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        if (properties.drain().isZero()) {
            return;
        }
        log.info(
                "Going to stop in {} s, when the load balancer has noticed",
                properties.drain().toSeconds());
        try {
            Thread.sleep(properties.drain());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
