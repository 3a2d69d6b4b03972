package dev.gangway.base;

import java.util.regex.Pattern;

/**
 * Where a database is, as it was configured, shown without what may be secret in it: user and password before the host, and
 * parameters, one of which may be a password.
 *
 * @param url of JDBC, or what was meant to be one
 */
public record DatabaseAddress(String url) {

    private static final String BEGINNING = "jdbc:postgresql:";
    private static final Pattern PEOPLE = Pattern.compile("^[^?]*//[^?]*@");

    /** Whether the driver knows what to do with it. User and password before the host would be a part of the host's name for it. */
    public boolean isUsable() {
        return url.startsWith(BEGINNING) && !PEOPLE.matcher(url).find();
    }

    /** As it may be logged. A password with an at sign of its own is gone whole. */
    @Override
    public String toString() {
        return url.replaceFirst("(?s)\\?.*", "").replaceFirst("(?s)//.*@", "//");
    }
}
