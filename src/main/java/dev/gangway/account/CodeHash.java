package dev.gangway.account;

/** What the codes of a second factor are made with; RFC 6238 knows both, authenticator apps not always the second. */
public enum CodeHash {
    /** HMAC-SHA-1, which every app knows. */
    SHA1("HmacSHA1", 20),
    /** HMAC-SHA-256. */
    SHA256("HmacSHA256", 32);

    private final String algorithm;
    private final int keyBytes;

    CodeHash(String algorithm, int keyBytes) {
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
    }

    /** Its name in the JDK. */
    String algorithm() {
        return algorithm;
    }

    /** How long its keys are, which is as long as its hashes (RFC 4226, section 4). */
    public int keyBytes() {
        return keyBytes;
    }
}
