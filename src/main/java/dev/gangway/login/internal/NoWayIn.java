package dev.gangway.login.internal;

/** Passwords are off and there is no identity provider at which people could log in instead. */
class NoWayIn extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoWayIn() {
        super(
                "gangway.login.passwords = \"off\": needs gangway.sso.issuer and gangway.sso.client-id, because nobody could log"
                        + " in otherwise");
    }
}
