package dev.gangway.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final CodeKey SECRET = new CodeKey(CodeHash.SHA1, "12345678901234567890".getBytes(US_ASCII));
    private static final CodeKey SECRET_256 =
            new CodeKey(CodeHash.SHA256, "12345678901234567890123456789012".getBytes(US_ASCII));

    /** The test vectors of RFC 6238, appendix B, of which we show the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    /** The same for SHA-256. */
    @ParameterizedTest
    @CsvSource({
        "59, 119246",
        "1111111109, 084774",
        "1111111111, 062674",
        "1234567890, 819424",
        "2000000000, 698825",
        "20000000000, 737706"
    })
    void codesOfTheOtherHashAreThoseOfTheStandardToo(long second, String code) {
        assertThat(Totp.code(SECRET_256, Totp.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    /** The test vectors of RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "9, 520489"})
    void codesAreThoseOfTheStandardBelowIt(long count, String code) {
        assertThat(Totp.code(SECRET, count)).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodInItsOwnStepAndTheNextOnly() {
        Instant begin = Instant.ofEpochSecond(1_111_111_110);
        String code = Totp.code(SECRET, Totp.step(begin));

        assertThat(Totp.stepOf(code, SECRET, begin)).hasValue(Totp.step(begin));
        assertThat(Totp.stepOf(code, SECRET, begin.plusSeconds(59))).hasValue(Totp.step(begin));
        assertThat(Totp.stepOf(code, SECRET, begin.plusSeconds(60))).isEqualTo(OptionalLong.empty());
        assertThat(Totp.stepOf(code, SECRET, begin.minusSeconds(1))).isEqualTo(OptionalLong.empty());
    }

    /** The test vectors of RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void keysAreWrittenInBase32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(encoded);
    }
}
