package dev.gangway.base;

/**
 * Where a database is, as it was configured, shown without what may be secret in it: user and password before the host, and
 * parameters, one of which may be a password.
 *
 * @param url of JDBC, or what was meant to be one
 */
public record DatabaseAddress(String url) {

    /** As it may be logged. A password with an at sign of its own is gone whole. */
    @Override
    public String toString() {
        return url.replaceFirst("(?s)\\?.*", "").replaceFirst("(?s)//.*@", "//");
    }
}
