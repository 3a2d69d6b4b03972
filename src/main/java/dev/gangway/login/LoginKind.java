package dev.gangway.login;

import java.util.Locale;

/** How a login session was begun. */
public enum LoginKind {
    /** On the log-in page; its token is in a cookie. */
    BROWSER,
    /** With {@code POST /api/auth/login}; its token is sent as a bearer token. */
    API;

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word in a table. */
    public static LoginKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
