package dev.gangway.account;

/**
 * What an authenticator app and the server share.
 *
 * @param hash what codes are made with
 * @param secret random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CodeKey(CodeHash hash, byte[] secret) {

    @Override
    public String toString() {
        return "CodeKey[" + hash + "]"; // the secret must not get into a log
    }
}
