package dev.gangway.account;

import org.jspecify.annotations.Nullable;

/**
 * How an account wants to see pages.
 *
 * @param language a BCP 47 tag, or null: as the browser says
 * @param appearance SYSTEM, LIGHT or DARK
 */
public record PageChoice(@Nullable String language, String appearance) {}
