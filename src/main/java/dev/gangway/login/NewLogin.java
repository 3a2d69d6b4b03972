package dev.gangway.login;

import dev.gangway.base.security.Caller;

/**
 * A login session that was just begun, with the token that is known only now.
 *
 * @param token 256 random bits as base64url; only their hash is stored
 * @param session the login session
 * @param caller who it lets in
 */
public record NewLogin(String token, LoginSession session, Caller caller) {

    @Override
    public String toString() {
        return "NewLogin[" + session.id() + "]"; // a token must not get into a log
    }
}
