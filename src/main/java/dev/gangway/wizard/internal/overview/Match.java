package dev.gangway.wizard.internal.overview;

import java.util.UUID;

/**
 * Where a row lies that matches a text, and no more of it.
 *
 * @param classId its class
 * @param key what it is sorted by, as text
 */
record Match(UUID id, int classId, String key) {}
