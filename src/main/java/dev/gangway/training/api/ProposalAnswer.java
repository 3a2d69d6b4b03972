package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.training.Candidate;
import dev.gangway.training.DepartureProposal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who could take which lesson, as it is answered. */
@CamelCase
record ProposalAnswer(String trainerId, int sessions, long conflicts, List<BoughtAnswer> purchases) {

    static ProposalAnswer of(DepartureProposal proposal) {
        return new ProposalAnswer(
                proposal.trainer().value(),
                proposal.lessons(),
                proposal.conflicts(),
                proposal.purchases().stream().map(BoughtAnswer::of).toList());
    }

    /**
     * The lessons of one purchase.
     *
     * @param trainerId who could take all of them; null: several, or nobody takes some
     */
    @CamelCase
    record BoughtAnswer(
            String purchaseId,
            String bookingId,
            String courseId,
            @Nullable String trainerId,
            List<LessonAnswer> sessions) {

        static BoughtAnswer of(DepartureProposal.Purchase purchase) {
            return new BoughtAnswer(
                    purchase.id().toString(),
                    purchase.bookingId(),
                    purchase.courseId(),
                    purchase.onlyTaker().map(UserId::value).orElse(null),
                    purchase.lessons().stream().map(LessonAnswer::of).toList());
        }
    }

    /** One lesson; without a trainer nobody could take it, for so many candidates each for which reason. */
    @CamelCase
    record LessonAnswer(
            String purchaseSessionId,
            int sessionNumber,
            Instant startsAt,
            int durationMinutes,
            String type,
            @Nullable String trainerId,
            List<ObstacleAnswer> obstacles) {

        static LessonAnswer of(DepartureProposal.Lesson lesson) {
            UserId taker = lesson.taker();
            return new LessonAnswer(
                    lesson.id().toString(),
                    lesson.sessionNumber(),
                    lesson.startsAt(),
                    lesson.durationMinutes(),
                    lesson.type().name(),
                    taker == null ? null : taker.value(),
                    lesson.obstacles().entrySet().stream()
                            .sorted(Map.Entry.<Candidate.Reason, Integer>comparingByKey())
                            .map(each -> new ObstacleAnswer(each.getKey().name(), each.getValue()))
                            .toList());
        }
    }

    /** So many candidates could not take a lesson for this reason. */
    @CamelCase
    record ObstacleAnswer(String reason, int candidates) {}
}
