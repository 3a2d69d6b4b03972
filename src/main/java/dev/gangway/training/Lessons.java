package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.internal.LessonStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own lessons with what their page says of each: one statement for each question, however many lessons. */
@Service
@Transactional(readOnly = true)
public class Lessons {

    /** Whoever has more to answer than this sees the rest once something is answered. */
    private static final int MOST_WAITING = 20;

    /** What was never answered for so long is left where it is. */
    private static final Duration WORTH_AN_ANSWER = Duration.ofDays(60);

    private final LessonStore store;
    private final Clock clock;

    Lessons(LessonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Where a trainer or a student is by their profile; empty where they have none. */
    public Optional<ZoneId> zone(UserId person, Side side) {
        return store.zone(person, side);
    }

    /** The lessons that a person gives or gets in a stretch of time; at most so many, but all that begin together. */
    public LessonPage page(UserId person, Side side, LessonSpan span, int limit) {
        List<Lesson> found = new ArrayList<>(store.page(person, side, span, limit + 1));
        int students = found.stream().mapToInt(lesson -> lesson.parts().size()).sum();
        boolean hasMore = students > limit;
        if (hasMore) {
            Lesson last = found.getLast();
            found.removeIf(lesson -> lesson.startsAt().equals(last.startsAt()));
        }
        return new LessonPage(found, hasMore);
    }

    /** The lessons that wait for a person: for an answer to the other side's request, or to say what became of them. */
    public List<Lesson> waiting(UserId person, Side side) {
        Instant now = clock.instant();
        return store.waiting(person, side, now.minus(WORTH_AN_ANSWER), now, MOST_WAITING);
    }
}
