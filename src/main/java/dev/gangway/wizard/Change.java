package dev.gangway.wizard;

import org.jspecify.annotations.Nullable;

/**
 * What its owner changes about a wizard session.
 *
 * @param name what it is called from now on; null: as before
 * @param step the open step that they move to; null: where they are
 * @param version the wizard session's version that they saw; null: the newest
 */
public record Change(
        @Nullable String name,
        @Nullable String step,
        @Nullable Long version) {}
