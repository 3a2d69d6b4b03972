package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.training.Verdict;
import dev.gangway.training.Verdict.Considered;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict as it is answered. */
@CamelCase
record VerdictAnswer(
        @Nullable String verdictId,
        @Nullable String purchaseId,
        String result,
        @Nullable String chosenTrainerId,
        Instant decidedAt,
        boolean complete,
        List<CandidateAnswer> candidates) {

    static VerdictAnswer of(Verdict verdict) {
        UserId chosen = verdict.chosen();
        return new VerdictAnswer(
                verdict.id() == null ? null : verdict.id().toString(),
                verdict.purchaseId() == null ? null : verdict.purchaseId().toString(),
                verdict.result().name(),
                chosen == null ? null : chosen.value(),
                verdict.decidedAt(),
                verdict.isComplete(),
                verdict.candidates().stream().map(CandidateAnswer::of).toList());
    }

    /** A candidate of it. */
    @CamelCase
    record CandidateAnswer(
            String trainerId,
            @Nullable Double distanceKm,
            int load,
            boolean eligible,
            @Nullable String reason) {

        static CandidateAnswer of(Considered candidate) {
            return new CandidateAnswer(
                    candidate.trainer().value(),
                    candidate.distanceKm(),
                    candidate.load(),
                    candidate.eligible(),
                    candidate.reason() == null ? null : candidate.reason().name());
        }
    }
}
