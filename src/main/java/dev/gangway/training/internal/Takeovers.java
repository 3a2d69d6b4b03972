package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.Choice;
import dev.gangway.training.DepartureProposal;
import dev.gangway.training.LessonType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds who could take lessons of a trainer who leaves: all lessons of a purchase go to one other where somebody can give them all,
 * else lesson by lesson, whoever has some of the purchase already first. What was proposed for one purchase is taken for the next.
 */
@Component
public class Takeovers {

    private static final int PAGE = 100;

    private final CandidateStore store;
    private final Candidates candidates;

    Takeovers(CandidateStore store, Candidates candidates) {
        this.store = store;
        this.candidates = candidates;
    }

    /** Proposes who takes what. */
    public List<DepartureProposal.Purchase> propose(UserId leaver, List<Leaving> purchases, Instant now) {
        Promised promised = new Promised(leaver);
        return purchases.stream().map(each -> propose(each, promised, now)).toList();
    }

    private DepartureProposal.Purchase propose(Leaving purchase, Promised promised, Instant now) {
        List<DepartureProposal.Lesson> lessons = new ArrayList<>();
        Optional<UserId> whole = best(purchase, purchase.lessons(), promised, now);
        if (whole.isPresent()) {
            promised.add(whole.get(), purchase.purchase(), purchase.lessons());
            purchase.lessons().forEach(each -> lessons.add(lesson(each, whole.get(), Map.of())));
        } else {
            Map<UserId, Integer> shares = new HashMap<>();
            for (Leaving.Lesson each : purchase.lessons()) {
                @Nullable UserId taker = again(purchase, each, shares, promised, now)
                        .or(() -> best(purchase, List.of(each), promised, now))
                        .orElse(null);
                if (taker == null) {
                    lessons.add(lesson(each, null, obstacles(purchase, each, promised, now)));
                } else {
                    promised.add(taker, purchase.purchase(), List.of(each));
                    shares.merge(taker, 1, Integer::sum);
                    lessons.add(lesson(each, taker, Map.of()));
                }
            }
        }
        return new DepartureProposal.Purchase(
                purchase.purchase(),
                purchase.bookingId(),
                purchase.courseId(),
                purchase.courseName(),
                purchase.students(),
                lessons);
    }

    /** Who takes other lessons of the purchase already, the one with the most of them first. */
    private Optional<UserId> again(
            Leaving purchase, Leaving.Lesson lesson, Map<UserId, Integer> shares, Promised promised, Instant now) {
        Search search = purchase.search(List.of(lesson), now);
        return shares.entrySet().stream()
                .sorted(Map.Entry.<UserId, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(share -> share.getKey().value()))
                .map(Map.Entry::getKey)
                .filter(taker -> store.one(search, taker)
                        .map(found -> promised.apply(found, purchase.purchase(), search))
                        .filter(found -> found.unfit(search.wanted()) == null)
                        .isPresent())
                .findFirst();
    }

    /** The best of those who can give all of these lessons beside what is promised. */
    private Optional<UserId> best(Leaving purchase, List<Leaving.Lesson> lessons, Promised promised, Instant now) {
        Search search = purchase.search(lessons, now);
        Optional<Candidate> best = Optional.empty();
        for (int offset = 0; ; offset += PAGE) {
            List<Candidate> page = store.possible(search, Set.of(), offset, PAGE);
            List<Candidate> better = new ArrayList<>(best.stream().toList());
            page.stream()
                    .filter(each -> !each.trainer().equals(promised.leaver()))
                    .map(each -> promised.apply(each, purchase.purchase(), search))
                    .forEach(better::add);
            best = Choice.best(better, search.wanted());
            if (page.size() < PAGE || (best.isPresent() && isBehind(page.getLast(), best.get(), search))) {
                return best.map(Candidate::trainer);
            }
        }
    }

    /** Whether nobody who comes after the last one could be preferred to the best. */
    private static boolean isBehind(Candidate last, Candidate best, Search search) {
        Long away = last.millimetres();
        Long nearest = best.millimetres();
        return search.wanted().hasOfflineLessons()
                ? away == null || (nearest != null && away > nearest)
                : last.load() > best.load();
    }

    private Map<Candidate.Reason, Integer> obstacles(
            Leaving purchase, Leaving.Lesson lesson, Promised promised, Instant now) {
        Search search = purchase.search(List.of(lesson), now);
        Map<Candidate.Reason, Integer> obstacles = new EnumMap<>(Candidate.Reason.class);
        for (Candidate each : candidates.look(search).all()) {
            Candidate.@Nullable Reason reason = each.trainer().equals(promised.leaver())
                    ? null
                    : promised.apply(each, purchase.purchase(), search).unfit(search.wanted());
            if (reason != null) {
                obstacles.merge(reason, 1, Integer::sum);
            }
        }
        return obstacles;
    }

    private static DepartureProposal.Lesson lesson(
            Leaving.Lesson lesson, @Nullable UserId taker, Map<Candidate.Reason, Integer> obstacles) {
        LessonType type = lesson.slot().type();
        return new DepartureProposal.Lesson(
                lesson.id(),
                lesson.slot().number(),
                lesson.slot().startsAt(),
                (int) lesson.slot().duration().toMinutes(),
                type,
                taker,
                obstacles);
    }

    /** What a proposal has given to whom so far. */
    private record Promised(
            UserId leaver, Map<UserId, List<Leaving.Lesson>> lessons, Map<UserId, List<UUID>> purchases) {

        Promised(UserId leaver) {
            this(leaver, new HashMap<>(), new HashMap<>());
        }

        void add(UserId taker, UUID purchase, List<Leaving.Lesson> taken) {
            lessons.computeIfAbsent(taker, who -> new ArrayList<>()).addAll(taken);
            List<UUID> theirs = purchases.computeIfAbsent(taker, who -> new ArrayList<>());
            if (!theirs.contains(purchase)) {
                theirs.add(purchase);
            }
        }

        /** The candidate as they would be with everything that is promised to them. */
        Candidate apply(Candidate candidate, UUID purchase, Search search) {
            List<UUID> theirs = purchases.getOrDefault(candidate.trainer(), List.of());
            int more =
                    (int) theirs.stream().filter(each -> !each.equals(purchase)).count();
            boolean meets = lessons.getOrDefault(candidate.trainer(), List.of()).stream()
                    .anyMatch(taken -> search.wanted().slots().stream()
                            .anyMatch(slot ->
                                    slot.startsAt().isBefore(taken.slot().endsAt())
                                            && taken.slot().startsAt().isBefore(slot.endsAt())));
            return candidate.with(candidate.load() + more, candidate.isTaken() || meets);
        }
    }
}
