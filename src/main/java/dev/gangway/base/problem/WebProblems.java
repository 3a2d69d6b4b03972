package dev.gangway.base.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller answers: in filters and from the security chains. */
@Component
public class WebProblems {

    private final Problems problems;
    private final JsonMapper json;

    WebProblems(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Answers with the problem of the given kind in the caller's language. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        inLanguageOf(request, () -> problems.of(type), response);
    }

    /** Answers with the problem that the maker words, in the caller's language. */
    public void write(HttpServletRequest request, HttpServletResponse response, Wording wording) throws IOException {
        inLanguageOf(request, () -> wording.of(problems), response);
    }

    private void inLanguageOf(HttpServletRequest request, Maker maker, HttpServletResponse response)
            throws IOException {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(request.getLocale());
        try {
            send(maker.make(), response);
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }

    private void send(ResponseEntity<ProblemDetail> answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode().value());
        String retryAfter = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    /** Chooses the problem to answer. */
    @FunctionalInterface
    public interface Wording {
        /** Makes the answer with the given maker of problems. */
        ResponseEntity<ProblemDetail> of(Problems problems);
    }

    @FunctionalInterface
    private interface Maker {
        ResponseEntity<ProblemDetail> make();
    }
}
