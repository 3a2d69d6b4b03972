package dev.gangway.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as every authenticator app makes them: HMAC-SHA-1, steps of 30 seconds, six
 * digits. ADR 59 says why it is not a library, and why that hash is good enough here.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";
    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0xf;

    private Totp() {}

    /** The time step of a moment. */
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a time step, six digits. */
    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & OFFSET_MASK;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /**
     * Which time step a code is of: the present one, or the one before, because typing and sending take time (RFC 6238,
     * section 5.2). Compares in constant time.
     */
    static OptionalLong stepOf(String code, byte[] secret, Instant now) {
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present; step >= present - 1; step--) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), code.getBytes(UTF_8)) && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
