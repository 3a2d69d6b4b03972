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
 * Time-based one-time passwords (RFC 6238) as authenticator apps make them: steps of 30 seconds, six digits. ADR 59 says why
 * it is not a library.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0xf;

    private Totp() {}

    /** The time step of a moment. */
    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a time step, six digits. */
    static String code(CodeKey key, long step) {
        byte[] hash = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & OFFSET_MASK;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /**
     * Which time step a code is of: the present one, or the one before, because typing and sending take time (RFC 6238,
     * section 5.2). Compares in constant time.
     */
    static OptionalLong stepOf(String code, CodeKey key, Instant now) {
        long present = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present; step >= present - 1; step--) {
            if (MessageDigest.isEqual(code(key, step).getBytes(UTF_8), code.getBytes(UTF_8)) && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] hmac(CodeKey key, byte[] message) {
        String algorithm = key.hash().algorithm();
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.secret(), algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
