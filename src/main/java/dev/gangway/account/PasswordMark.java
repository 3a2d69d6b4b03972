package dev.gangway.account;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which password of an account was found right, so that what follows can tell whether it still is the account's; of the password
 * itself it tells nothing.
 *
 * @param value SHA-256 of the hash that is stored, in hexadecimal digits
 */
public record PasswordMark(String value) implements Serializable {

    static PasswordMark of(String storedHash) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(storedHash.getBytes(StandardCharsets.UTF_8));
            return new PasswordMark(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether this is the password that is stored so. */
    boolean isOf(@Nullable String storedHash) {
        return storedHash != null && equals(of(storedHash));
    }
}
