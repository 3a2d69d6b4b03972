package dev.gangway.training;

import dev.gangway.training.internal.Decisions;
import dev.gangway.training.internal.Decisions.Found;
import dev.gangway.training.internal.PurchaseStore;
import dev.gangway.training.internal.PurchaseStore.Waiting;
import dev.gangway.training.internal.Savepoints;
import dev.gangway.training.internal.Search;
import dev.gangway.training.internal.TrainerStore;
import dev.gangway.training.internal.ZoneStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Those who wait for a trainer, tried again in the order in which they came. */
@Service
public class Waitlist {

    private static final Logger log = LoggerFactory.getLogger(Waitlist.class);

    private static final int ATTEMPTS = 200;

    private final PurchaseStore purchases;
    private final ZoneStore zones;
    private final TrainerStore trainers;
    private final Decisions decisions;
    private final Savepoints savepoints;
    private final Clock clock;

    Waitlist(
            PurchaseStore purchases,
            ZoneStore zones,
            TrainerStore trainers,
            Decisions decisions,
            Savepoints savepoints,
            Clock clock) {
        this.purchases = purchases;
        this.zones = zones;
        this.trainers = trainers;
        this.decisions = decisions;
        this.savepoints = savepoints;
        this.clock = clock;
    }

    /** Tries everyone who waits; answers how many have a trainer now. */
    public int retry() {
        savepoints.inOne(() -> trainers.recountOvertaken(clock.instant()));
        int assigned = 0;
        for (UUID purchase : purchases.waiting()) {
            assigned += isAssignedWhateverItHolds(purchase) ? 1 : 0;
        }
        return assigned;
    }

    /** One that contradicts itself, such as two of its lessons at one time, must not keep those from a trainer who came later. */
    private boolean isAssignedWhateverItHolds(UUID purchase) {
        try {
            return isAssignedHere(purchase);
        } catch (DataIntegrityViolationException e) {
            log.error("No trainer can be stored for purchase {}", purchase, e);
            return false;
        }
    }

    /** Tries one that waits at once; answers whether it has a trainer now, whoever gave it one. */
    public boolean retry(UUID purchase) {
        return isAssignedHere(purchase) || purchases.isAssigned(purchase);
    }

    private boolean isAssignedHere(UUID purchase) {
        return savepoints.untilAnswered(ATTEMPTS, () -> attempt(purchase)).orElse(false);
    }

    /** Whether a trainer was found; empty where another assignment was quicker. */
    private Optional<Boolean> attempt(UUID purchase) {
        Instant now = clock.instant();
        Optional<Waiting> held = purchases.holdWaiting(purchase, now);
        return held.isEmpty() ? Optional.of(false) : attempt(purchase, held.get(), now);
    }

    private Optional<Boolean> attempt(UUID purchase, Waiting waiting, Instant now) {
        Zone zone = zones.find(waiting.zoneId()).orElseThrow().value();
        List<Slot> slots = waiting.hasLessons()
                ? waiting.remaining()
                : Schedule.notBefore(now, waiting.booking(), zone.timeZone());
        if (!zone.active() || slots.isEmpty()) {
            return Optional.of(false);
        }
        // Its own lessons count as taken: where only some have no trainer, somebody gives the others.
        Found found = decisions.find(Search.of(waiting.booking(), zone, slots, 0, null, now));
        if (found.best().isEmpty()) {
            return Optional.of(false);
        }
        return decisions.storeWaiting(purchase, waiting, slots, found, now) instanceof Decisions.Tried.Done
                ? Optional.of(true)
                : Optional.empty();
    }
}
