package dev.gangway.onboarding.website;

import java.net.UnknownHostException;

/** A host has an address that is not public; thrown through the HTTP library, whose resolvers may only throw this kind. */
final class NotPublicException extends UnknownHostException {

    NotPublicException(String host) {
        super(host);
    }
}
