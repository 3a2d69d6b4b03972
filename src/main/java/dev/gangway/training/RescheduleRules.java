package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a request for another time has to be, whatever the calendars say. */
public final class RescheduleRules {

    /** So many characters a reason may have. */
    public static final int LONGEST_REASON = 500;

    private static final Duration FARTHEST = Duration.ofDays(366);

    private RescheduleRules() {}

    static List<FieldProblem> problems(Instant startsAt, String reason, Instant lessonStartsAt, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!startsAt.isAfter(now)) {
            problems.add(FieldProblem.of("startsAt", "training.reschedule.past"));
        } else if (startsAt.isAfter(now.plus(FARTHEST))) {
            problems.add(FieldProblem.of("startsAt", "training.reschedule.far"));
        } else if (!startsAt.truncatedTo(ChronoUnit.MINUTES).equals(startsAt)) {
            problems.add(FieldProblem.of("startsAt", "training.reschedule.minute"));
        } else if (startsAt.equals(lessonStartsAt)) {
            problems.add(FieldProblem.of("startsAt", "training.reschedule.same"));
        }
        if (reason.isBlank()) {
            problems.add(FieldProblem.of("reason", "problem.field.required"));
        } else if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            problems.add(FieldProblem.of("reason", "training.text", LONGEST_REASON));
        }
        return problems;
    }
}
