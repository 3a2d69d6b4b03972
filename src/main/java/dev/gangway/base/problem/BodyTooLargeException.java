package dev.gangway.base.problem;

import java.io.IOException;

/** The body of a request went past what is taken; found while reading, because not every request says its length. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A body of more than the given number of bytes. */
    public BodyTooLargeException(long limit) {
        super("More than " + limit + " bytes");
    }
}
