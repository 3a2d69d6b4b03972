package dev.gangway.training;

import dev.gangway.training.Candidate.Reason;
import dev.gangway.training.Candidate.Shift;
import dev.gangway.training.Candidate.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among candidates: the nearest, or for online lessons the one with the lowest load; then who has been longest without
 * a new assignment; then the smaller id, compared by its characters' code points.
 */
public final class Choice {

    private static final Comparator<Candidate> WAITING = Comparator.comparing(Candidate::lastAssignedAt)
            .thenComparing(each -> each.trainer().value(), Choice::byCodePoint);

    private static final Comparator<Candidate> NEAREST =
            Comparator.<Candidate>comparingLong(Choice::distance).thenComparing(WAITING);

    private static final Comparator<Candidate> LEAST_LOADED =
            Comparator.comparingInt(Candidate::load).thenComparing(WAITING);

    private Choice() {}

    /** The order in which candidates are preferred. */
    public static Comparator<Candidate> preference(boolean hasOfflineLessons) {
        return hasOfflineLessons ? NEAREST : LEAST_LOADED;
    }

    /** The best of those who can; empty where nobody can. */
    public static Optional<Candidate> best(List<Candidate> candidates, Wanted wanted) {
        Predicate<Shift> suits = suits(wanted);
        return candidates.stream()
                .filter(each -> each.unfit(wanted, suits) == null)
                .min(preference(wanted.hasOfflineLessons()));
    }

    /** What is said about each candidate, in the order of preference. */
    public static List<Judged> judge(List<Candidate> candidates, Wanted wanted) {
        Predicate<Shift> suits = suits(wanted);
        @Nullable Candidate best = null;
        List<Judged> judged = new ArrayList<>();
        for (Candidate each : candidates.stream()
                .sorted(preference(wanted.hasOfflineLessons()))
                .toList()) {
            Reason unfit = each.unfit(wanted, suits);
            if (unfit != null) {
                judged.add(new Judged(each, false, unfit));
            } else if (best != null) {
                judged.add(new Judged(each, true, behind(each, best, wanted)));
            } else {
                best = each;
                judged.add(new Judged(each, true, null));
            }
        }
        return judged;
    }

    /** The best of those who were judged; empty where nobody can. */
    public static Optional<Candidate> best(List<Judged> judged) {
        return judged.stream().filter(Judged::eligible).map(Judged::candidate).findFirst();
    }

    /** Many work at the same hours, each of which is compared with every lesson. */
    private static Predicate<Shift> suits(Wanted wanted) {
        Map<Shift, Boolean> known = new HashMap<>();
        return shift -> known.computeIfAbsent(shift, each -> each.holds(wanted));
    }

    private static Reason behind(Candidate each, Candidate best, Wanted wanted) {
        if (wanted.hasOfflineLessons() && distance(each) != distance(best)) {
            return Reason.FARTHER;
        } else if (!wanted.hasOfflineLessons() && each.load() != best.load()) {
            return Reason.HIGHER_LOAD;
        }
        return each.lastAssignedAt().equals(best.lastAssignedAt()) ? Reason.LATER_ID : Reason.ASSIGNED_MORE_RECENTLY;
    }

    private static long distance(Candidate candidate) {
        Long known = candidate.millimetres();
        return known == null ? Long.MAX_VALUE : known;
    }

    /** As the database compares with the collation "C". */
    private static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    /**
     * A candidate and what was decided about them.
     *
     * @param eligible whether they can give the lessons
     * @param reason why they were passed over; null for the one who was chosen
     */
    public record Judged(
            Candidate candidate, boolean eligible, @Nullable Reason reason) {}
}
