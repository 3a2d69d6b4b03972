package dev.gangway.base.secret;

/** A stored secret that does not open: it was changed, moved to another row, or its key is gone. Names no part of it. */
public final class SecretUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SecretUnreadable(long keyId, Throwable cause) {
        super(
                "A stored secret does not open with data key " + keyId + ": it was changed, or belongs to another row",
                cause);
    }

    SecretUnreadable(long keyId) {
        super("A stored secret names data key " + keyId + ", which does not exist");
    }
}
