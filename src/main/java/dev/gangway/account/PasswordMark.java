package dev.gangway.account;

import dev.gangway.base.Sha256;
import java.io.Serializable;
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
        return new PasswordMark(HexFormat.of().formatHex(Sha256.of(storedHash)));
    }

    /** Whether this is the password that is stored so. */
    boolean isOf(@Nullable String storedHash) {
        return storedHash != null && equals(of(storedHash));
    }
}
