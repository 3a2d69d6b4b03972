package dev.gangway.base.web;

/**
 * What cookies are called: over TLS with a prefix by which browsers keep them to the host that set them, so that no sibling
 * host can slip us one (RFC 6265bis). Browsers refuse the prefixes where there is no TLS.
 */
public final class CookieNames {

    /** For cookies of the whole host. */
    static final String HOST = "__Host-";

    private static final String SECURE = "__Secure-";

    private CookieNames() {}

    /** The name of a cookie of the path {@code /}. */
    public static String ofHost(String name, boolean tls) {
        return tls ? HOST + name : name;
    }

    /** The name of a cookie of another path, which is not bound to the host. */
    public static String ofPath(String name, boolean tls) {
        return tls ? SECURE + name : name;
    }
}
