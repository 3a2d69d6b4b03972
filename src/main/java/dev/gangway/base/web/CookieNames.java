package dev.gangway.base.web;

/**
 * What cookies are called: over TLS with a prefix by which browsers keep them to the host that set them, so that no sibling
 * host can slip us one (RFC 6265bis). Browsers refuse the prefixes where there is no TLS.
 */
public final class CookieNames {

    /** By which browsers take a cookie of the path {@code /} over TLS only, and from this host only. */
    static final String HOST = "__Host-";

    private CookieNames() {}

    /** The name of a cookie, whose path is {@code /}. */
    public static String ofHost(String name, boolean tls) {
        return tls ? HOST + name : name;
    }
}
