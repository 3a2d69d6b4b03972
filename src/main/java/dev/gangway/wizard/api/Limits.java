package dev.gangway.wizard.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import java.util.Optional;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How much one page of a list may hold. */
@Component
class Limits {

    private static final int MOST = 200;

    private final Problems problems;

    Limits(Problems problems) {
        this.problems = problems;
    }

    /** Why so many cannot be listed at once, if so. */
    Optional<ResponseEntity<ProblemDetail>> refusal(int limit) {
        return limit < 1 || limit > MOST
                ? Optional.of(problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST)))
                : Optional.empty();
    }
}
