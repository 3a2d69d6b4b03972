package dev.gangway.account;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The authenticator app of people in tests, which knows nothing but the key that was typed into it. */
@Component
public class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecondFactors factors;
    private final JdbcClient jdbc;
    private final Clock clock;

    AuthenticatorApp(SecondFactors factors, JdbcClient jdbc, Clock clock) {
        this.factors = factors;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets an account's second factor up, long enough ago that the present code is another one. */
    public Known setUp(Account account) {
        String key = factors.begin(account).orElseThrow().secret();
        List<String> recoveryCodes = factors.confirm(account.id(), code(key)).orElseThrow();
        timePasses(account);
        return new Known(key, recoveryCodes);
    }

    /** What the app shows now. */
    public String code(String key) {
        return code(key, clock.instant());
    }

    /** What it shows at a moment. */
    public String code(String key, Instant moment) {
        return Totp.code(new CodeKey(CodeHash.SHA1, bytes(key)), Totp.step(moment));
    }

    /** A new code is there: tests cannot wait for half a minute. */
    public void timePasses(Account account) {
        jdbc.sql("update second_factors set last_step = 0 where user_id = :id")
                .param("id", account.id().value())
                .update();
    }

    static byte[] bytes(String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : key.replace(" ", "").toCharArray()) {
            buffer = (buffer << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }

    public record Known(String key, List<String> recoveryCodes) {}
}
