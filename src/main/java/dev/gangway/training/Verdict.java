package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a purchase and why.
 *
 * @param id names it; null: nothing was stored, it is only what would be
 * @param purchaseId about which purchase; null where it is only what would be
 * @param result how it ended
 * @param chosen who gives the lessons; null where nobody does, or where they are erased
 * @param isComplete whether all candidates are listed; otherwise those that are not are less preferred than those that are
 * @param decidedAt when
 * @param candidates in the order of preference
 */
public record Verdict(
        @Nullable UUID id,
        @Nullable UUID purchaseId,
        AssignmentResult result,
        @Nullable UserId chosen,
        boolean isComplete,
        Instant decidedAt,
        List<Considered> candidates) {

    public Verdict {
        candidates = List.copyOf(candidates);
    }

    /**
     * A candidate as they were considered.
     *
     * @param trainer who
     * @param distanceKm from their home to the place of the lessons; null: not known
     * @param load their purchases with lessons to come
     * @param eligible whether they could give the lessons
     * @param reason why they were passed over; null for the one who was chosen
     */
    public record Considered(
            UserId trainer,
            @Nullable Double distanceKm,
            int load,
            boolean eligible,
            Candidate.@Nullable Reason reason) {}
}
