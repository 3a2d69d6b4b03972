package dev.gangway.base.secret.internal;

/**
 * A row of {@code encryption_keys}.
 *
 * @param id names the data key
 * @param wrapped the data key, encrypted
 * @param wrappedBy the id of the key that it is encrypted by
 */
@SuppressWarnings("ArrayRecordComponent") // a row on its way, never compared
record WrappedKey(long id, byte[] wrapped, String wrappedBy) {}
