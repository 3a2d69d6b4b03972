package dev.gangway.database.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what other processes do and nothing tells us about: by looking again and again, up to a limit. */
final class Waiting {

    private Waiting() {}

    /** The first answer of the attempts, or nothing when none came in time. */
    static <T> Optional<T> upTo(Duration limit, Duration pause, Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = attempt.get();
            if (answer.isPresent() || System.nanoTime() > end) {
                return answer;
            }
            pause(pause);
        }
    }

    static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("Interrupted while waiting for the embedded database", e);
        }
    }
}
