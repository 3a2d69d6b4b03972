package dev.gangway.base.problem;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers expected failures as problem details (RFC 9457), worded for the caller's {@code Accept-Language}. Controllers
 * return these for the failing results of services; nothing needs to be thrown.
 */
@Component
public class Problems {

    private final Texts texts;

    Problems(Texts texts) {
        this.texts = texts;
    }

    /** 422 with all field errors. */
    public ResponseEntity<ProblemDetail> invalid(List<FieldProblem> problems) {
        ProblemDetail body = detail(ProblemType.INVALID);
        body.setProperty(
                "errors",
                problems.stream()
                        .map(problem -> Map.of("field", problem.field(), "message", texts.of(problem.message())))
                        .toList());
        return answer(body);
    }

    /** 412 for a write based on a stale version that cannot be merged, with both values of each field. */
    public ResponseEntity<ProblemDetail> conflict(List<FieldConflict> conflicts) {
        ProblemDetail body = detail(ProblemType.CONFLICT);
        body.setProperty(
                "conflicts", conflicts.stream().map(Problems::asProperties).toList());
        return answer(body);
    }

    /** 409: what is asked for does not fit the present state; the message says which state it is in. */
    public ResponseEntity<ProblemDetail> wrongState(Message why) {
        return of(ProblemType.WRONG_STATE, why);
    }

    /** 404, the same for what does not exist and what belongs to another account. */
    public ResponseEntity<ProblemDetail> notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** 401 with a challenge (RFC 9470): the caller has to log in again, since the last proof was longer ago than that. */
    public ResponseEntity<ProblemDetail> proofNeeded(Duration holds) {
        return ResponseEntity.status(ProblemType.PROOF_NEEDED.status())
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"insufficient_user_authentication\", max_age=\"" + holds.toSeconds() + "\"")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(ProblemType.PROOF_NEEDED));
    }

    /** 429 or 503 with {@code Retry-After} in whole seconds, at least one. */
    public ResponseEntity<ProblemDetail> later(ProblemType type, Duration wait) {
        return ResponseEntity.status(type.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail(type));
    }

    /** A problem of the given kind with the sentence that fits it always. */
    public ResponseEntity<ProblemDetail> of(ProblemType type) {
        return answer(detail(type));
    }

    /** A problem of the given kind with its own sentence. */
    public ResponseEntity<ProblemDetail> of(ProblemType type, Message why) {
        return answer(detail(type, why));
    }

    ProblemDetail detail(ProblemType type) {
        return detail(type, Message.of(type.detailKey()));
    }

    private ProblemDetail detail(ProblemType type, Message why) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), texts.of(why));
        body.setType(type.uri());
        body.setTitle(texts.of(Message.of(type.titleKey())));
        return body;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static Map<String, Object> asProperties(FieldConflict conflict) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("field", conflict.field());
        properties.put("yours", conflict.yours());
        properties.put("theirs", conflict.theirs());
        return properties;
    }
}
