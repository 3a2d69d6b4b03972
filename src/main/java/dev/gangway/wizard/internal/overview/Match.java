package dev.gangway.wizard.internal.overview;

import java.util.UUID;

/**
 * Where a row lies that matches a text, and no more of it.
 *
 * @param segment which of the segments asked for it is in, from zero
 * @param key what it is sorted by, as text
 */
record Match(UUID id, int segment, String key) {}
