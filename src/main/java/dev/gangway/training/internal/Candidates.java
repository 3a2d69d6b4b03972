package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.Candidate.Shift;
import dev.gangway.training.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at candidates in the order of preference until nobody who follows could be better. The first {@value #LISTED} are
 * looked at in any case, so that a verdict says of each why; after them only those who have room and time.
 */
@Component
public class Candidates {

    /** So many candidates are in a verdict even where the first of them is chosen. */
    static final int LISTED = 100;

    private final CandidateStore store;

    Candidates(CandidateStore store) {
        this.store = store;
    }

    /**
     * The candidates that were looked at.
     *
     * @param all without a particular order; whoever is best of them is the best of all
     * @param isComplete whether there are no others
     */
    public record Looked(List<Candidate> all, boolean isComplete) {}

    /** Looks until the best is among those that were looked at. */
    public Looked look(Search search) {
        @Nullable UUID own = search.own();
        return own == null ? lookAtAll(search) : withoutLoadOf(own, search, lookAtAll(search));
    }

    /** What a purchase adds to the load of who gives it keeps nobody from giving it, nor from being looked at. */
    private Looked withoutLoadOf(UUID own, Search search, Looked looked) {
        List<Candidate> all = new ArrayList<>(looked.all());
        for (UserId giver : store.givers(own, search.now())) {
            Optional<Candidate> among =
                    all.stream().filter(each -> each.trainer().equals(giver)).findAny();
            among.ifPresent(all::remove);
            among.or(() -> store.one(search, giver))
                    .map(found -> found.with(found.load() - 1, found.isTaken()))
                    .ifPresent(all::add);
        }
        return new Looked(all, looked.isComplete());
    }

    private Looked lookAtAll(Search search) {
        List<Candidate> looked = new ArrayList<>(store.first(search, LISTED));
        if (looked.size() < LISTED) {
            return new Looked(looked, true);
        }
        Optional<Candidate> best = Choice.best(looked, search.wanted());
        if (best.isEmpty()) {
            lookFurther(search, looked);
            best = Choice.best(looked, search.wanted());
        }
        if (best.isPresent() && search.wanted().hasOfflineLessons()) {
            lookAround(search, Objects.requireNonNull(best.get().millimetres()), looked);
        }
        return new Looked(looked, false);
    }

    private void lookFurther(Search search, List<Candidate> looked) {
        Set<Shift> unfit = unfitShifts(search, looked);
        int offset = 0;
        while (true) {
            List<Candidate> possible = store.possible(search, unfit, offset, LISTED);
            Optional<Candidate> fit = Choice.best(possible, search.wanted());
            fit.ifPresent(looked::add);
            if (fit.isPresent() || possible.size() < LISTED) {
                return;
            }
            // Whoever works at the same hours need not be looked at; they could be many pages.
            offset = unfit.addAll(unfitShifts(search, possible)) ? 0 : offset + LISTED;
        }
    }

    private static Set<Shift> unfitShifts(Search search, List<Candidate> looked) {
        return looked.stream()
                .map(Candidate::shift)
                .distinct()
                .filter(shift -> !shift.holds(search.wanted()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Among those who are equally far away others may have waited longer, beyond where the search ended. */
    private void lookAround(Search search, long millimetres, List<Candidate> looked) {
        if (looked.stream().anyMatch(each -> each.millimetres() != null && each.millimetres() > millimetres)) {
            return; // the search went farther already
        }
        Set<UserId> known = new HashSet<>();
        looked.forEach(each -> known.add(each.trainer()));
        for (int offset = 0; ; offset += LISTED) {
            List<Candidate> equallyFar = store.possibleAt(search, millimetres, offset, LISTED);
            Optional<Candidate> fit = Choice.best(equallyFar, search.wanted());
            fit.filter(each -> known.add(each.trainer())).ifPresent(looked::add);
            if (fit.isPresent() || equallyFar.size() < LISTED) {
                return;
            }
        }
    }

    /** One candidate as they are now. */
    public Optional<Candidate> again(Search search, UserId trainer) {
        return store.one(search, trainer);
    }
}
