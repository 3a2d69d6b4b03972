package dev.gangway.account;

/**
 * What an authenticator app has to know, shown to its owner once.
 *
 * @param secret to type, in base 32
 * @param address the same as an {@code otpauth} address, to scan
 */
public record SecondFactorSetup(String secret, String address) {

    @Override
    public String toString() {
        return "SecondFactorSetup"; // the secret must not get into a log
    }
}
