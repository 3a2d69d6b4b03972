package dev.gangway.base.secret;

/**
 * Somebody had a new data key made, which seals from now on. Published in the transaction that makes it; the first key of a
 * new database is made by itself and not told.
 *
 * @param id names the key, {@code encryption_keys.id}
 */
public record KeyActivated(long id) {}
