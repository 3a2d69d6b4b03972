package dev.gangway.base.problem;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.security.SecurityEvent;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Words every exception that reaches the web layer: mistakes of the request as 4xx naming the field, the database away or
 * busy as 503 with {@code Retry-After}, everything else as 500 that tells nothing but that it was noted. The technical
 * text goes to the log only.
 */
@RestControllerAdvice
class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);
    private static final Duration LOCK_RETRY = Duration.ofSeconds(1);

    private final Problems problems;

    ApiExceptionHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException refused) {
        SecurityEvent.ACCESS_REFUSED.log("to=api");
        return problems.of(ProblemType.FORBIDDEN);
    }

    /** A parameter that is no text, such as a lone byte of UTF-8. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException wrong) {
        return problems.of(ProblemType.MALFORMED);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notLoggedIn(AuthenticationException refused) {
        return problems.of(ProblemType.NOT_LOGGED_IN);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notToBeFoundOut(AuthenticationServiceException away) {
        LOG.warn("Who is calling cannot be found out", away);
        return problems.later(ProblemType.UNAVAILABLE, DATABASE_RETRY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> gaveWay(ConcurrencyFailureException busy) {
        LOG.warn("Gave way to others who changed the same", busy);
        return problems.later(ProblemType.UNAVAILABLE, LOCK_RETRY);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        TransactionException.class,
        SQLTransientException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception away) {
        LOG.error("The database cannot be used", away);
        return problems.later(ProblemType.UNAVAILABLE, DATABASE_RETRY);
    }

    /** Written by a request that was under way while what it belongs to was erased: the account, or something of it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(DataIntegrityViolationException broken) {
        return switch (Erased.in(broken)) {
            case ACCOUNT -> problems.of(ProblemType.NOT_LOGGED_IN);
            case PART -> problems.notFound();
            case NOTHING -> surprise(broken);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLargeException tooLarge) {
        SecurityEvent.INPUT_REFUSED.log("reason=too_large");
        return problems.of(ProblemType.TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> surprise(Exception surprise) {
        LOG.error("A request failed", surprise);
        return problems.of(ProblemType.INTERNAL);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        SecurityEvent.INPUT_REFUSED.log("reason=body");
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return widened(problems.of(ProblemType.TOO_LARGE));
            }
        }
        if (unreadable.getCause() instanceof JacksonException mistake) {
            List<FieldProblem> mistakes = JsonMistakes.of(mistake);
            if (!mistakes.isEmpty()) {
                return widened(problems.invalid(mistakes));
            }
        }
        return widened(problems.of(ProblemType.MALFORMED));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        SecurityEvent.INPUT_REFUSED.log("reason=values");
        return widened(problems.invalid(invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(snakeCase(error.getField()), constraint(error)))
                .toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        SecurityEvent.INPUT_REFUSED.log("reason=parameters");
        return widened(problems.of(ProblemType.MALFORMED));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception mistake, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        ProblemType type = ProblemType.of(code);
        if (type == ProblemType.MALFORMED || type == ProblemType.TOO_LARGE) {
            SecurityEvent.INPUT_REFUSED.log("reason=request");
        }
        if (type == ProblemType.INTERNAL) {
            LOG.error("A request failed", mistake);
        }
        ResponseEntity<ProblemDetail> answer = problems.of(type);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers) // Allow and Accept say what would have been right
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private static Message constraint(FieldError error) {
        return switch (String.valueOf(error.getCode())) {
            case "NotNull", "NotBlank", "NotEmpty" -> Message.of("problem.field.required");
            case "Size", "Length" -> Message.of("problem.field.length");
            default -> Message.of("problem.field.not_allowed");
        };
    }

    private static String snakeCase(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Object> widened(ResponseEntity<ProblemDetail> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
