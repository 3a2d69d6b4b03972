package dev.gangway.login.api;

import org.jspecify.annotations.Nullable;

/** A name and a password. */
record LogInRequest(@Nullable String username, @Nullable String password) {

    @Override
    public String toString() {
        return "LogInRequest[" + username + "]"; // a password must not get into a log
    }
}
