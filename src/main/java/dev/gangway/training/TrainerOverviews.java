package dev.gangway.training;

import dev.gangway.training.internal.TrainerOverviewStore;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainers as administrators look through them, with what they have to do; a page is one statement. */
@Service
@Transactional(readOnly = true)
public class TrainerOverviews {

    private final TrainerOverviewStore store;
    private final Clock clock;

    TrainerOverviews(TrainerOverviewStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The next trainers in the order of their names.
     *
     * @param after the name that the page before ended with; empty: the first page
     */
    public List<TrainerRow> page(TrainerFilter filter, String after, int limit) {
        return store.page(filter, after, limit, clock.instant());
    }

    /** Where students live whose offline lessons are to come in a zone, at most so many. */
    public List<Place> studentHomes(String zoneId, int limit) {
        return store.studentHomes(zoneId, clock.instant(), limit);
    }
}
