package dev.gangway.onboarding.website;

import dev.gangway.base.Message;

/**
 * A value proposed to a person, with what it was derived from. Both are flat messages (their arguments are texts and
 * numbers only), so that they survive being stored as JSON and can be worded in any reader's language later.
 *
 * @param value the proposal, in words
 * @param reason what was measured and the threshold that led to it
 */
public record Proposed(Message value, Message reason) {

    static Proposed of(String value, Message reason) {
        return new Proposed(Message.of("website.style." + value), reason);
    }
}
