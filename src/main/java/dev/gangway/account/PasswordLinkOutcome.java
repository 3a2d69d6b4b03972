package dev.gangway.account;

import dev.gangway.base.Message;
import java.time.Instant;

/** What came of asking for a link by which somebody chooses a password. */
public sealed interface PasswordLinkOutcome {

    /**
     * Made; earlier ones of the account are worthless.
     *
     * @param token the secret of the link, known only now
     * @param expiresAt until when it is good
     */
    record Made(String token, Instant expiresAt) implements PasswordLinkOutcome {

        @Override
        public String toString() {
            return "Made[" + expiresAt + "]"; // a token must not get into a log
        }
    }

    /** The account cannot have one. */
    record Refused(Message why) implements PasswordLinkOutcome {}

    /** There is no such account. */
    record Unknown() implements PasswordLinkOutcome {}
}
