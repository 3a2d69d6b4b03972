package dev.gangway.base.security;

import dev.gangway.base.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes tokens of 256 random bits and the hashes by which they are found; a hash of so much chance needs no salt. */
@Component
public class Tokens {

    /** Longest text that is looked up; ours have 43 characters. */
    private static final int LONGEST = 512;

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A token never given before, as base64url. */
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of a token, which alone is stored. */
    public byte[] hash(String token) {
        return Sha256.of(token.length() > LONGEST ? token.substring(0, LONGEST) : token);
    }

    /**
     * The same for a token that somebody else issued. Never the hash of one of ours, whatever is sent: it begins with
     * a line that no header and no cookie can carry.
     */
    public byte[] hashForeign(String token) {
        return Sha256.of("issued elsewhere\n" + token);
    }
}
