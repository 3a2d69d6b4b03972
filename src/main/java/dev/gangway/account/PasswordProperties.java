package dev.gangway.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What it costs to guess a password, {@code gangway.passwords.*}.
 *
 * @param memory what Argon2id fills twice for each hash, 64 KiB to 1 GiB. The default is the least that OWASP asks for.
 *     Hashes of another cost stay good and are replaced at the next log-in where they were cheaper
 */
@ConfigurationProperties("gangway.passwords")
record PasswordProperties(
        @DefaultValue(PasswordProperties.LEAST) DataSize memory) {

    private static final String LEAST = "19456KB";
    private static final DataSize SMALLEST = DataSize.ofKilobytes(64);
    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    PasswordProperties {
        if (memory.compareTo(SMALLEST) < 0 || memory.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("gangway.passwords.memory must be between 64KB and 1GB");
        }
    }

    /** Whether it is less than OWASP asks for, which is good enough for tests only. */
    boolean isWeak() {
        return memory.compareTo(DataSize.parse(LEAST)) < 0;
    }

    int kibibytes() {
        return Math.toIntExact(memory.toKilobytes());
    }
}
