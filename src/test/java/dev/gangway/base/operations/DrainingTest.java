package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

class DrainingTest {

    @Test
    void itSaysThatItLeavesAndServesOnBeforeAnythingElseStops() {
        List<String> order = new ArrayList<>();
        Duration drain = Duration.ofMillis(50);
        long begun = System.nanoTime();
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.registerBean(Draining.class, () -> new Draining(new ShutdownProperties(drain), context));
            context.registerBean(StoppingServer.class, () -> new StoppingServer(order));
            context.addApplicationListener((ApplicationListener<AvailabilityChangeEvent<?>>)
                    event -> order.add(event.getState() == ReadinessState.REFUSING_TRAFFIC ? "leaving" : "ready"));
            context.refresh();
        }

        assertThat(order).containsExactly("leaving", "stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(drain);
    }

    /** In the place of the web server, that takes no more requests when it is its turn. */
    private static class StoppingServer implements SmartLifecycle {

        private final List<String> order;
        private boolean running;

        StoppingServer(List<String> order) {
            this.order = order;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            order.add("stopped");
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
        }
    }
}
