package dev.gangway.account;

import dev.gangway.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The passwords of 12 and more characters among the million that breaches showed most often, however they are written; kept
 * as the first 8 bytes of their SHA-256, so that nobody has to read them ({@code docs/adr/0051}).
 */
final class CommonPasswords {

    private static final String LIST = "common-passwords.sha256";

    private final long[] hashes = read();

    boolean contain(String password) {
        return Arrays.binarySearch(hashes, hash(password.toLowerCase(Locale.ROOT))) >= 0;
    }

    int count() {
        return hashes.length;
    }

    private static long[] read() {
        try (InputStream list = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST))) {
            ByteBuffer bytes = ByteBuffer.wrap(list.readAllBytes());
            long[] hashes = new long[bytes.remaining() / Long.BYTES];
            bytes.asLongBuffer().get(hashes);
            Arrays.sort(hashes); // the file's order takes the numbers for unsigned ones
            return hashes;
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }

    private static long hash(String text) {
        return ByteBuffer.wrap(Sha256.of(text)).getLong();
    }
}
