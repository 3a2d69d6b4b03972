package dev.gangway.bench.canary;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app that knows nothing of the product: what it shows for a key that was typed into it (RFC 6238). */
final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private Authenticator() {}

    /** @param key in letters and digits (RFC 4648), without spaces */
    static String code(String key, Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(moment.getEpochSecond() / STEP_SECONDS)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String key) {
        ByteBuffer bytes = ByteBuffer.allocate(key.length() * BITS / Byte.SIZE);
        int waiting = 0;
        int bits = 0;
        for (int i = 0; i < key.length(); i++) {
            waiting = waiting << BITS | BASE_32.indexOf(key.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (waiting >> bits));
            }
        }
        return bytes.array();
    }
}
