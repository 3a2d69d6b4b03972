package dev.gangway.base.secret.internal;

/** A key of the configuration that cannot be used, or one that is missing; says what to do and names no key but by its id. */
public final class InvalidEncryptionKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidEncryptionKey(String message) {
        super(message);
    }
}
