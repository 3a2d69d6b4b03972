package dev.gangway.training;

/**
 * Something, such as a piece of master data, and how often it was changed.
 *
 * @param version 0 for one that never was
 */
public record Versioned<T>(T value, int version) {

    /** The version of what is not there yet. */
    public static final int NONE = -1;
}
