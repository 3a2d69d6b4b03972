package dev.gangway.wizard.api;

import dev.gangway.base.Texts;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.WizardVersion;
import dev.gangway.wizard.definition.DefinitionProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers about definitions: which version came of them, or what is wrong in which line. */
@Component
class DefinitionAnswers {

    private final Problems problems;
    private final Texts texts;

    DefinitionAnswers(Problems problems, Texts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    /** 422 with every problem by its line. */
    ResponseEntity<ProblemDetail> invalid(List<DefinitionProblem> wrong) {
        ResponseEntity<ProblemDetail> answer = problems.of(ProblemType.INVALID);
        Objects.requireNonNull(answer.getBody())
                .setProperty("errors", wrong.stream().map(this::error).toList());
        return answer;
    }

    private Map<String, Object> error(DefinitionProblem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("path", problem.path());
        error.put("line", problem.line());
        error.put("message", texts.of(problem.message()));
        return error;
    }

    record Stored(UUID id, int version, WizardStatus status) {

        static Stored of(WizardVersion version) {
            return new Stored(version.wizardId(), version.version(), version.status());
        }
    }
}
