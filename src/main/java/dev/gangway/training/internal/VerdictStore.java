package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.texts;
import static dev.gangway.training.internal.Columns.utc;
import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Candidate;
import dev.gangway.training.Choice.Judged;
import dev.gangway.training.Verdict;
import dev.gangway.training.Verdict.Considered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about purchases and why. */
@Repository
public class VerdictStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    VerdictStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /**
     * What was decided.
     *
     * @param isComplete whether nobody else was a candidate
     * @param candidates in the order of preference
     */
    public record NewVerdict(
            UUID id,
            AssignmentResult result,
            @Nullable UserId chosen,
            boolean isComplete,
            List<Judged> candidates,
            Instant decidedAt) {}

    /** A verdict that has an id of its own now. */
    public NewVerdict made(
            AssignmentResult result,
            @Nullable UserId chosen,
            boolean isComplete,
            List<Judged> candidates,
            Instant now) {
        return new NewVerdict(ids.next(), result, chosen, isComplete, candidates, now);
    }

    /** Keeps a verdict about a purchase as its latest. */
    public void add(UUID purchase, NewVerdict verdict) {
        String latest = insert(":purchase", "coalesce(max(attempt), 0) + 1")
                + " from assignment_verdicts where purchase_id = :purchase";
        jdbc.sql(latest)
                .paramSource(parameters(verdict).addValue("purchase", purchase))
                .update();
    }

    /** The beginning of a statement that keeps a verdict by its {@link #parameters}; where it is read from is still to be said. */
    static String insert(String purchase, String attempt) {
        return """
                insert into assignment_verdicts (id, purchase_id, attempt, result, chosen_trainer_id, complete,
                    decided_at, candidates, distances_millimetres, loads, eligible, reasons)
                select :verdict, %s, %s, :result, :chosen, :complete, :decided, :candidates, :away, :loads, :eligible, :reasons
                """.formatted(purchase, attempt);
    }

    static MapSqlParameterSource parameters(NewVerdict verdict) {
        List<Candidate> candidates =
                verdict.candidates().stream().map(Judged::candidate).toList();
        return new MapSqlParameterSource()
                .addValue("verdict", verdict.id())
                .addValue("result", verdict.result().name())
                .addValue(
                        "chosen",
                        verdict.chosen() == null ? null : verdict.chosen().value())
                .addValue("complete", verdict.isComplete())
                .addValue("decided", utc(verdict.decidedAt()))
                .addValue(
                        "candidates", candidates.stream().map(Candidate::number).toArray(Integer[]::new))
                .addValue(
                        "away", candidates.stream().map(Candidate::millimetres).toArray(Long[]::new))
                .addValue("loads", candidates.stream().map(Candidate::load).toArray(Integer[]::new))
                .addValue(
                        "eligible",
                        verdict.candidates().stream().map(Judged::eligible).toArray(Boolean[]::new))
                .addValue("reasons", texts(verdict.candidates(), Judged::reason));
    }

    /** The latest verdict about a purchase. */
    public Optional<Verdict> latest(UUID purchase) {
        return jdbc.sql("""
                        select * from assignment_verdicts where purchase_id = :purchase order by attempt desc limit 1
                        """)
                .param("purchase", purchase)
                .query((row, number) -> new Verdict(
                        uuid(row, "id"),
                        purchase,
                        AssignmentResult.valueOf(row.getString("result")),
                        Columns.person(row, "chosen_trainer_id"),
                        row.getBoolean("complete"),
                        Columns.instant(row, "decided_at"),
                        considered(uuid(row, "id"))))
                .optional();
    }

    /** The candidates as a verdict that was not stored has them. */
    public static List<Considered> considered(List<Judged> judged) {
        return judged.stream()
                .map(each -> new Considered(
                        each.candidate().trainer(),
                        Candidate.kilometres(each.candidate().millimetres()),
                        each.candidate().load(),
                        each.eligible(),
                        each.reason()))
                .toList();
    }

    private List<Considered> considered(UUID verdict) {
        return jdbc.sql("select * from verdict_candidates where verdict_id = :verdict order by position")
                .param("verdict", verdict)
                .query((row, number) -> {
                    String reason = row.getString("reason");
                    return new Considered(
                            new UserId(row.getString("trainer_id")),
                            Candidate.kilometres(row.getObject("distance_millimetres", Long.class)),
                            row.getInt("load"),
                            row.getBoolean("eligible"),
                            reason == null ? null : Candidate.Reason.valueOf(reason));
                })
                .list();
    }
}
