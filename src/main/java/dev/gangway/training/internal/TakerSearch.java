package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.Choice;
import dev.gangway.training.Taker;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds everybody whom an administrator could choose for lessons of a purchase; who is proposed is for {@link Takeovers} to say. */
@Component
public class TakerSearch {

    /** So many are looked at for each lesson, the most preferred ones; more are not chosen from a list. */
    private static final int LOOKED_AT = 50;

    private final CandidateStore store;

    TakerSearch(CandidateStore store) {
        this.store = store;
    }

    /** Those who could take some of the lessons: who could take most first, then as assignments prefer them. */
    public List<Taker> find(UserId leaver, Leaving purchase, Instant now) {
        Map<UserId, Candidate> known = new HashMap<>();
        Map<UserId, Set<UUID>> lessons = new HashMap<>();
        for (Leaving.Lesson each : purchase.lessons()) {
            Search search = purchase.search(List.of(each), now);
            store.possible(search, Set.of(), 0, LOOKED_AT).stream()
                    .filter(candidate -> !candidate.trainer().equals(leaver))
                    .filter(candidate -> candidate.unfit(search.wanted()) == null)
                    .forEach(candidate -> {
                        known.put(candidate.trainer(), candidate);
                        lessons.computeIfAbsent(candidate.trainer(), who -> new LinkedHashSet<>())
                                .add(each.id());
                    });
        }
        boolean hasOffline = purchase.search(purchase.lessons(), now).wanted().hasOfflineLessons();
        return known.values().stream()
                .sorted(Comparator.<Candidate>comparingInt(each ->
                                -lessons.getOrDefault(each.trainer(), Set.of()).size())
                        .thenComparing(Choice.preference(hasOffline)))
                .map(each -> taker(each, lessons.getOrDefault(each.trainer(), Set.of())))
                .toList();
    }

    private static Taker taker(Candidate candidate, Set<UUID> lessons) {
        return new Taker(
                candidate.trainer(),
                Candidate.kilometres(candidate.millimetres()),
                candidate.load(),
                candidate.capacity(),
                lessons);
    }
}
