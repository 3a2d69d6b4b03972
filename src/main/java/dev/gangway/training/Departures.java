package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.training.internal.DepartureStore;
import dev.gangway.training.internal.Handovers;
import dev.gangway.training.internal.LessonNews;
import dev.gangway.training.internal.Takeovers;
import dev.gangway.training.internal.TakerSearch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of the lessons of a trainer who leaves: who could take each, and handing them over, as a whole or in part. A
 * handover looks again at each lesson once everyone's calendar is held; what cannot be taken then stays and is named. Asking
 * for the same again changes nothing.
 */
@Service
public class Departures {

    /** More lessons than a trainer ever has to give, so that a body of the API has an end. */
    public static final int MOST = 10_000;

    private final Trainers trainers;
    private final DepartureStore store;
    private final Takeovers takeovers;
    private final TakerSearch takers;
    private final Handovers handovers;
    private final LessonNews news;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Departures(
            Trainers trainers,
            DepartureStore store,
            Takeovers takeovers,
            TakerSearch takers,
            Handovers handovers,
            LessonNews news,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        this.trainers = trainers;
        this.store = store;
        this.takeovers = takeovers;
        this.takers = takers;
        this.handovers = handovers;
        this.news = news;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Who could take each lesson that the trainer has to give; nothing is changed. Empty where there is no such trainer. */
    @Transactional(readOnly = true)
    public Optional<DepartureProposal> propose(UserId trainer) {
        Instant now = clock.instant();
        return trainers.find(trainer)
                .map(found ->
                        new DepartureProposal(trainer, takeovers.propose(trainer, store.toCome(trainer, now), now)));
    }

    /**
     * Who could take lessons of one purchase that the trainer has to give, so that an administrator can choose another than the
     * proposed one. What is proposed for other purchases is not counted; a handover looks at everything again.
     */
    @Transactional(readOnly = true)
    public List<Taker> takers(UserId trainer, UUID purchase) {
        Instant now = clock.instant();
        return store.toCome(trainer, purchase, now)
                .map(leaving -> takers.find(trainer, leaving, now))
                .orElseGet(List::of);
    }

    /** Hands the lessons over that can be taken, in one transaction. */
    public DepartureOutcome apply(UserId admin, UserId trainer, Departure departure) {
        List<FieldProblem> problems = problems(trainer, departure);
        return problems.isEmpty()
                ? transactions.inOne(() -> handOver(admin, trainer, departure))
                : new DepartureOutcome.Invalid(problems);
    }

    private DepartureOutcome handOver(UserId admin, UserId trainer, Departure departure) {
        Instant now = clock.instant();
        List<UUID> lessons = departure.lessons().stream().map(Handover::lesson).toList();
        Set<UserId> concerned = new HashSet<>(Set.of(trainer));
        departure.lessons().forEach(each -> concerned.add(each.taker()));
        store.hold(lessons, concerned);
        Optional<Versioned<Trainer>> leaver = trainers.find(trainer);
        if (leaver.isEmpty()) {
            return new DepartureOutcome.Unknown();
        }
        Handovers.Done done = handovers.apply(admin, trainer, departure.lessons(), now);
        done.given().forEach(given -> {
            trail.record(AuditEvent.by(admin, "training.lessons_handed_over")
                    .about(trainer)
                    .with("purchase", given.purchase().toString())
                    .with("lessons", given.lessons()));
            trail.record(AuditEvent.by(admin, "training.lessons_taken_over")
                    .about(given.taker())
                    .with("purchase", given.purchase().toString())
                    .with("lessons", given.lessons()));
        });
        boolean isActive = leaver.get().value().active();
        if (done.moved() > 0) {
            news.tell(List.of(trainer));
        }
        if (departure.deactivates() && isActive) {
            trainers.put(admin, leaver.get().value().inactive(), null);
        }
        return new DepartureOutcome.Done(
                done.moved(),
                done.unchanged(),
                done.left(),
                store.countToCome(trainer, now),
                isActive && !departure.deactivates());
    }

    private static List<FieldProblem> problems(UserId trainer, Departure departure) {
        List<FieldProblem> problems = new ArrayList<>();
        if (departure.lessons().size() > MOST) {
            problems.add(FieldProblem.of("lessons", "departure.too_many", MOST));
            return problems;
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < departure.lessons().size(); i++) {
            Handover each = departure.lessons().get(i);
            if (!seen.add(each.lesson())) {
                problems.add(FieldProblem.of("lessons." + i + ".purchaseSessionId", "departure.lesson_twice"));
            }
            if (each.taker().equals(trainer)) {
                problems.add(FieldProblem.of("lessons." + i + ".trainerId", "departure.to_themselves"));
            }
        }
        return problems;
    }
}
