package dev.gangway.live;

import java.util.regex.Pattern;

/**
 * A kind of thing that changes; a constant of the module that owns the thing.
 *
 * @param name lower-case letters and underscores, at most 40: part of what replicas of two versions say to each other
 */
public record Topic(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z_]{1,40}");

    public Topic {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a topic: " + name);
        }
    }
}
