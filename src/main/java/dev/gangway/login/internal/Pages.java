package dev.gangway.login.internal;

import java.util.List;

/**
 * Neighbouring pages of a table.
 *
 * @param from the first
 * @param before the one after the last
 */
record Pages(long from, long before) {

    long count() {
        return before - from;
    }

    /** Both halves of more than one. */
    List<Pages> halves() {
        long middle = from + count() / 2;
        return List.of(new Pages(from, middle), new Pages(middle, before));
    }
}
