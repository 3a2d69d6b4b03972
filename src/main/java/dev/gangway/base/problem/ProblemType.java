package dev.gangway.base.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The kinds of problem that the API answers with; {@code type}, {@code status} and {@code title} follow from the kind. Of those
 * with the same status the most general one is the first.
 */
public enum ProblemType {
    /** The request cannot be understood. */
    MALFORMED(HttpStatus.BAD_REQUEST),
    /** No token, or one that is not valid (any more). */
    NOT_LOGGED_IN(HttpStatus.UNAUTHORIZED),
    /** The password is right; the code of the second factor is missing or wrong. */
    SECOND_FACTOR_NEEDED(HttpStatus.UNAUTHORIZED),
    /** The last proof of who the caller is was too long ago for what is asked; a fresh log-in is one (RFC 9470). */
    PROOF_NEEDED(HttpStatus.UNAUTHORIZED),
    /** The role for it is missing. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** The account must have a second factor, which is set up on a page. */
    SECOND_FACTOR_MISSING(HttpStatus.FORBIDDEN),
    /** The request came without TLS, and this server takes none. */
    TLS_REQUIRED(HttpStatus.FORBIDDEN),
    /** There is nothing with this address, or it belongs to another account. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    /** The address exists, the method does not. */
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    /** No answer in a form that the caller accepts. */
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    /** What is asked for does not fit the present state. */
    WRONG_STATE(HttpStatus.CONFLICT),
    /** Changed by someone else in the meantime and not mergeable. */
    CONFLICT(HttpStatus.PRECONDITION_FAILED),
    /** The body is larger than what is taken. */
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /** The body has a form that is not read. */
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** Understood, but values in it are not allowed; {@code errors} names the fields. */
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Too often; {@code Retry-After} says when again. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    /** Our mistake. */
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    /** Not possible at the moment; {@code Retry-After} says when again. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    /** The kind that is meant by a status of which nothing more is known. */
    public static ProblemType of(HttpStatusCode code) {
        for (ProblemType type : values()) {
            if (type.status.value() == code.value()) {
                return type;
            }
        }
        return code.is4xxClientError() ? MALFORMED : INTERNAL;
    }

    /** The HTTP status of this kind. */
    public HttpStatus status() {
        return status;
    }

    /** A stable name for programs: {@code urn:gangway:problem:wrong-state}. */
    URI uri() {
        return URI.create("urn:gangway:problem:" + key().replace('_', '-'));
    }

    /** Key of the title in the language files. */
    String titleKey() {
        return "problem.title." + key();
    }

    /** Key of the sentence for a problem about which nothing more is known. */
    String detailKey() {
        return "problem.detail." + key();
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
