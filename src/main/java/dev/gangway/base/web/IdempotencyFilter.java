package dev.gangway.base.web;

import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.WebProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST or PUT with the same {@code Idempotency-Key} from the store.
 *
 * <p>The whole request runs in one transaction, in which its answer is stored too and after whose commit it is sent. A
 * crash before the commit leaves nothing, one after it leaves effect and answer. Requests without the header pass by
 * without a statement. Answers of 5xx and those whose transaction was rolled back are not kept: nothing happened. Nor are
 * those that say {@code no-store}: they hold a secret that is stored nowhere, and a repeated request makes another.
 */
public class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;
    private static final Set<String> METHODS = Set.of("POST", "PUT");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "ETag", "Location", "Retry-After");

    private final IdempotentAnswers answers;
    private final WebProblems problems;

    /** Keeps answers in the given store. */
    public IdempotencyFilter(IdempotentAnswers answers, WebProblems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !METHODS.contains(request.getMethod())
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String plain = request.getHeader(HEADER);
        if (plain.isBlank() || plain.length() > LONGEST) {
            problems.write(
                    request, response, p -> p.of(ProblemType.MALFORMED, Message.of("problem.idempotency.too_long")));
            return;
        }
        RepeatableRequest repeatable = new RepeatableRequest(request);
        IdempotentAnswers.Key key =
                new IdempotentAnswers.Key(request.getUserPrincipal().getName(), plain);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            answers.transaction().executeWithoutResult(status -> answerOnce(key, repeatable, answer, chain, status));
        } catch (UnexpectedRollbackException rolledBack) {
            logger.debug("Nothing was stored, so the answer is not kept", rolledBack);
            if (answer.getStatus() < 400) {
                answer.reset();
                problems.write(request, answer, ProblemType.UNAVAILABLE);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        answer.copyBodyToResponse();
    }

    private void answerOnce(
            IdempotentAnswers.Key key,
            RepeatableRequest request,
            ContentCachingResponseWrapper answer,
            FilterChain chain,
            TransactionStatus status) {
        try {
            if (!answers.claim(key)) {
                problems.write(request, answer, p -> p.wrongState(Message.of("problem.idempotency.running")));
                return;
            }
            byte[] asked = key.hashOf(request.line(), request.body());
            Optional<IdempotentAnswers.Kept> kept = answers.find(key);
            if (kept.isEmpty()) {
                chain.doFilter(request, answer);
                keep(key, asked, answer, status);
            } else if (MessageDigest.isEqual(kept.get().request(), asked)) {
                replay(kept.get(), answer);
            } else {
                problems.write(
                        request,
                        answer,
                        p -> p.of(ProblemType.INVALID, Message.of("problem.idempotency.other_request")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(
            IdempotentAnswers.Key key, byte[] asked, ContentCachingResponseWrapper answer, TransactionStatus status) {
        if (answer.getStatus() >= 500) {
            status.setRollbackOnly();
        } else if (!status.isRollbackOnly() && !isSecret(answer)) {
            answers.keep(
                    key,
                    new IdempotentAnswers.Kept(
                            asked, answer.getStatus(), headers(answer), answer.getContentAsByteArray()));
        }
    }

    private static boolean isSecret(ContentCachingResponseWrapper answer) {
        return "no-store".equals(answer.getHeader("Cache-Control"));
    }

    private static Map<String, String> headers(ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            @Nullable String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void replay(IdempotentAnswers.Kept kept, HttpServletResponse answer) throws IOException {
        answer.setStatus(kept.status());
        kept.headers().forEach(answer::setHeader);
        answer.getOutputStream().write(kept.body());
    }
}
