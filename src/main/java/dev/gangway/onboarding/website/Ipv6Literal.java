package dev.gangway.onboarding.website;

import java.net.Inet6Address;

/** Tells whether a text is an IPv6 address, without asking any name server and without a zone. */
final class Ipv6Literal {

    private Ipv6Literal() {}

    static boolean isOne(String text) {
        if (text.indexOf(':') < 0 || text.indexOf('%') >= 0) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
