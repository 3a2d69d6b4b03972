package dev.gangway.account;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.gangway.base.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a password chosen by a person must be: {@value #SHORTEST} to {@value #LONGEST} characters and not among the
 * common, breached or easily guessed ones, as zxcvbn estimates offline (score of at least {@value #WEAKEST} of 4). No
 * demands on kinds of characters (NIST SP 800-63B, 3.1.1.2).
 */
@Component
class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int WEAKEST = 3;

    /** The estimate's effort grows with the square of the length; what follows cannot make a password weaker. */
    private static final int ESTIMATED = 64;

    /** Words that everyone here has before their eyes; {@code docs/security/authentication.md} lists them. */
    private static final List<String> OUR_WORDS =
            List.of("gangway", "onboarding", "wizard", "lesson", "trainer", "student");

    private final Zxcvbn estimator = new Zxcvbn();
    private final CommonPasswords common = new CommonPasswords();

    Optional<FieldProblem> problem(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(FieldProblem.of("password", "account.password.too_short", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(FieldProblem.of("password", "account.password.too_long", LONGEST));
        }
        String start = password.substring(0, Math.min(password.length(), ESTIMATED));
        List<String> ours = new ArrayList<>(OUR_WORDS);
        ours.add(username);
        int score = estimator.measure(start, ours).getScore();
        return score < WEAKEST || common.contain(password)
                ? Optional.of(FieldProblem.of("password", "account.password.too_easy"))
                : Optional.empty();
    }
}
