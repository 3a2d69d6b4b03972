package dev.gangway.database.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; the message is one plain sentence for the person who starts the server. */
class EmbeddedDatabaseException extends RuntimeException {

    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
