package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.DepartureOutcome.Left;
import dev.gangway.training.DepartureOutcome.Obstacle;
import dev.gangway.training.Handover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives lessons of a trainer who leaves to others, each looked at again; part of a transaction that holds the purchases and all
 * calendars that it is about, so that nothing changes between the look and the writing.
 */
@Component
public class Handovers {

    private final DepartureStore store;
    private final Candidates candidates;
    private final PurchaseStore purchases;
    private final SyncInAssignment sync;

    Handovers(DepartureStore store, Candidates candidates, PurchaseStore purchases, SyncInAssignment sync) {
        this.store = store;
        this.candidates = candidates;
        this.purchases = purchases;
        this.sync = sync;
    }

    /** So many lessons of a purchase went to somebody. */
    public record Given(UUID purchase, UserId taker, int lessons) {}

    /** What came of it. */
    public record Done(int unchanged, List<Given> given, List<Left> left) {

        /** How many lessons went to others. */
        public int moved() {
            return given.stream().mapToInt(Given::lessons).sum();
        }
    }

    /** The lessons of one purchase that one trainer is to take. */
    private record Share(UUID purchase, UserId taker) {}

    /** Hands over what can be taken. */
    public Done apply(UserId admin, UserId leaver, List<Handover> wanted, Instant now) {
        Map<UUID, DepartureStore.Found> found =
                store.find(wanted.stream().map(Handover::lesson).toList(), now);
        Map<Share, List<DepartureStore.Found>> shares = new LinkedHashMap<>();
        List<Left> left = new ArrayList<>();
        int unchanged = 0;
        for (Handover each : wanted) {
            DepartureStore.@Nullable Found lesson = found.get(each.lesson());
            if (lesson == null) {
                left.add(new Left(each.lesson(), each.taker(), Obstacle.NOT_THEIRS));
            } else if (each.taker().equals(lesson.trainer())) {
                unchanged++;
            } else if (!leaver.equals(lesson.trainer())) {
                left.add(new Left(each.lesson(), each.taker(), Obstacle.NOT_THEIRS));
            } else if (!lesson.isToCome()) {
                left.add(new Left(each.lesson(), each.taker(), Obstacle.NOT_TO_COME));
            } else {
                shares.computeIfAbsent(new Share(lesson.leaving().purchase(), each.taker()), key -> new ArrayList<>())
                        .add(lesson);
            }
        }
        List<Given> given = new ArrayList<>();
        shares.forEach((share, lessons) -> {
            int moved = give(share, DepartureStore.together(lessons), left, now);
            if (moved > 0) {
                given.add(new Given(share.purchase(), share.taker(), moved));
            }
        });
        Set<UUID> touched = new LinkedHashSet<>();
        given.forEach(each -> touched.add(each.purchase()));
        touched.forEach(purchase -> follow(purchase, admin, leaver, now));
        return new Done(unchanged, given, left);
    }

    /** All at once where that goes, else one by one; answers how many went. */
    private int give(Share share, Leaving wanted, List<Left> left, Instant now) {
        Obstacle all = obstacle(share, wanted, wanted.lessons(), now);
        int moved = 0;
        if (all == null) {
            moved = give(share, wanted.lessons(), now);
        } else {
            for (Leaving.Lesson each : wanted.lessons()) {
                Obstacle why = wanted.lessons().size() == 1 ? all : obstacle(share, wanted, List.of(each), now);
                if (why == null) {
                    moved += give(share, List.of(each), now);
                } else {
                    left.add(new Left(each.id(), share.taker(), why));
                }
            }
        }
        if (moved > 0) {
            purchases.assigned(share.taker(), now);
        }
        return moved;
    }

    private int give(Share share, List<Leaving.Lesson> lessons, Instant now) {
        store.give(lessons.stream().map(Leaving.Lesson::id).toList(), share.taker(), now);
        return lessons.size();
    }

    /** What keeps the taker from giving these lessons; a purchase that they have lessons of already adds nothing to their load. */
    private @Nullable Obstacle obstacle(Share share, Leaving wanted, List<Leaving.Lesson> lessons, Instant now) {
        Search search = wanted.search(lessons, now);
        @Nullable Candidate taker = candidates.again(search, share.taker()).orElse(null);
        if (taker == null) {
            return Obstacle.NO_CANDIDATE;
        }
        Candidate.@Nullable Reason reason = taker.unfit(search.wanted());
        if (reason == Candidate.Reason.AT_CAPACITY && store.teaches(share.taker(), share.purchase(), now)) {
            reason = taker.with(Math.min(taker.load(), taker.capacity()) - 1, taker.isTaken())
                    .unfit(search.wanted());
        }
        return reason == null ? null : Obstacle.of(reason);
    }

    /** What follows for a purchase: whose it is, what its students and trainers see, and who is allocated to whom. */
    private void follow(UUID purchase, UserId admin, UserId leaver, Instant now) {
        store.settle(purchase, leaver, now);
        sync.sync(purchase, admin, now);
        store.endAllocations(leaver, purchase, now);
    }
}
