package dev.gangway.training.job;

import dev.gangway.training.Waitlist;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Tries those who wait in one round at a time: whoever asks during a round has it followed by another and does not wait, so that
 * a hundred changed trainers cost two rounds and not all connections.
 */
@Component
class WaitlistRounds {

    private final Waitlist waitlist;
    private final AtomicInteger asked = new AtomicInteger();

    WaitlistRounds(Waitlist waitlist) {
        this.waitlist = waitlist;
    }

    /** Sees to it that a round begins after this moment. */
    void ask() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int seen = asked.get();
        try {
            waitlist.retry();
            while (!asked.compareAndSet(seen, 0)) {
                seen = asked.get();
                waitlist.retry();
            }
        } catch (RuntimeException e) {
            asked.set(0);
            throw e;
        }
    }
}
