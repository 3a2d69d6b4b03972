package dev.gangway.account;

import dev.gangway.base.DataSizeBetween;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What it costs to guess a password, {@code gangway.passwords.*}.
 *
 * @param memory what Argon2id fills twice for each hash, 64 KiB to 1 GiB. The default is the least that OWASP asks for.
 *     Hashes of another cost stay good and are replaced at the next log-in where they were cheaper
 */
@Validated
@ConfigurationProperties("gangway.passwords")
record PasswordProperties(
        @DefaultValue(PasswordProperties.LEAST) @DataSizeBetween(least = "64KB", most = "1GB")
        DataSize memory) {

    private static final String LEAST = "19456KB";

    /** Whether it is less than OWASP asks for, which is good enough for tests only. */
    boolean isWeak() {
        return memory.compareTo(DataSize.parse(LEAST)) < 0;
    }

    int kibibytes() {
        return Math.toIntExact(memory.toKilobytes());
    }
}
