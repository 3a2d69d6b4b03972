package dev.gangway.training.api;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.web.ETags;
import dev.gangway.base.web.Page;
import dev.gangway.training.Checks;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What zones, courses and trainers have in common when they are read, listed and written. */
@Component
class MasterAnswers {

    private static final int MOST = 200;

    private final Problems problems;
    private final JsonMapper json;

    MasterAnswers(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    <T> ResponseEntity<?> one(Optional<Versioned<T>> found, Function<Versioned<T>, ?> body) {
        return found.<ResponseEntity<?>>map(each -> answer(HttpStatus.OK, each, body))
                .orElseGet(problems::notFound);
    }

    <T> ResponseEntity<?> page(
            int limit,
            @Nullable String cursor,
            BiFunction<String, Integer, List<Versioned<T>>> rows,
            Function<Versioned<T>, ?> body,
            Function<T, String> id) {
        if (limit < 1 || limit > MOST) {
            return problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST));
        }
        if (cursor != null && cursor.indexOf('\0') >= 0) {
            return problems.of(ProblemType.MALFORMED);
        }
        return ResponseEntity.ok(Page.of(
                rows.apply(cursor == null ? "" : cursor, limit + 1), limit, body, row -> id.apply(row.value())));
    }

    /** Writes what was read from a body, unless something is wrong with it. */
    <T> ResponseEntity<?> put(
            Checks checks,
            @Nullable T wanted,
            @Nullable Integer version,
            @Nullable String ifMatch,
            BiFunction<T, @Nullable Integer, VersionedOutcome<T>> write,
            Function<Versioned<T>, ?> body) {
        if (wanted == null || !checks.problems().isEmpty()) {
            return problems.invalid(checks.problems());
        }
        return switch (write.apply(wanted, version == null ? version(ifMatch) : version)) {
            case VersionedOutcome.Saved<T>(var saved, var isNew) ->
                answer(isNew ? HttpStatus.CREATED : HttpStatus.OK, saved, body);
            case VersionedOutcome.Invalid<T>(var wrong) -> problems.invalid(wrong);
            case VersionedOutcome.Stale<T>(var theirs) ->
                problems.conflict(
                        differences(body.apply(new Versioned<>(wanted, theirs.version())), body.apply(theirs)));
            case VersionedOutcome.Gone<T> gone ->
                problems.of(ProblemType.CONFLICT, Message.of("problem.version_of_nothing"));
        };
    }

    static @Nullable Integer version(@Nullable String ifMatch) {
        Long version = ETags.version(ifMatch);
        return version == null ? null : Math.toIntExact(Math.min(version, Integer.MAX_VALUE));
    }

    private <T> ResponseEntity<Object> answer(HttpStatus status, Versioned<T> found, Function<Versioned<T>, ?> body) {
        return ResponseEntity.status(status).eTag(ETags.of(found.version())).body(body.apply(found));
    }

    private List<FieldConflict> differences(Object yours, Object theirs) {
        JsonNode mine = json.valueToTree(yours);
        JsonNode other = json.valueToTree(theirs);
        List<FieldConflict> conflicts = new ArrayList<>();
        mine.properties().forEach(field -> {
            JsonNode value = other.get(field.getKey());
            if (!field.getValue().equals(value)) {
                conflicts.add(new FieldConflict(field.getKey(), field.getValue(), value));
            }
        });
        return conflicts;
    }
}
