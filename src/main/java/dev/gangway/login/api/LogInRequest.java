package dev.gangway.login.api;

import org.jspecify.annotations.Nullable;

/**
 * A name and a password.
 *
 * @param code of the second factor, where the account has one
 */
record LogInRequest(
        @Nullable String username,
        @Nullable String password,
        @Nullable String code) {

    @Override
    public String toString() {
        return "LogInRequest[" + username + "]"; // a password must not get into a log
    }
}
