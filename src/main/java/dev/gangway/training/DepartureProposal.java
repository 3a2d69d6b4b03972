package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who could take each lesson that a trainer has to give, by the rules of assignments; a proposal takes nothing and holds nothing.
 *
 * @param trainer who leaves
 * @param purchases those with lessons of theirs to come, the one that goes on first first
 */
public record DepartureProposal(UserId trainer, List<Purchase> purchases) {

    public DepartureProposal {
        purchases = List.copyOf(purchases);
    }

    /** How many lessons are to come. */
    public int lessons() {
        return purchases.stream().mapToInt(each -> each.lessons().size()).sum();
    }

    /** How many of them nobody could take. */
    public long conflicts() {
        return purchases.stream()
                .flatMap(each -> each.lessons().stream())
                .filter(each -> each.taker() == null)
                .count();
    }

    /**
     * The lessons of one purchase.
     *
     * @param students what they are called, in the order of the booking
     * @param lessons in the order of time
     */
    public record Purchase(
            UUID id,
            String bookingId,
            String courseId,
            String courseName,
            List<String> students,
            List<Lesson> lessons) {

        public Purchase {
            students = List.copyOf(students);
            lessons = List.copyOf(lessons);
        }

        /** Who could take all of its lessons; empty where they would go to several, or some to nobody. */
        public Optional<UserId> onlyTaker() {
            List<@Nullable UserId> takers = lessons.stream()
                    .<@Nullable UserId>map(Lesson::taker)
                    .distinct()
                    .toList();
            return takers.size() == 1 ? Optional.ofNullable(takers.getFirst()) : Optional.empty();
        }
    }

    /**
     * One lesson.
     *
     * @param taker who could take it; null: nobody
     * @param obstacles where nobody could, why: so many candidates for this reason; empty: nobody else is certified there
     */
    public record Lesson(
            UUID id,
            int sessionNumber,
            Instant startsAt,
            int durationMinutes,
            LessonType type,
            @Nullable UserId taker,
            Map<Candidate.Reason, Integer> obstacles) {

        public Lesson {
            obstacles = Map.copyOf(obstacles);
        }

        /** The handover that this comes to, where somebody could take it. */
        public Optional<Handover> handover() {
            return Optional.ofNullable(taker).map(who -> new Handover(id, Objects.requireNonNull(who)));
        }
    }
}
