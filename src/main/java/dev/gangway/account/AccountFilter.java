package dev.gangway.account;

import dev.gangway.base.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an administrator looks for.
 *
 * @param text what was typed of name, address or id; empty: whatever they are
 * @param role a role that they hold; null: whichever
 * @param state whether they can log in; null: either
 */
public record AccountFilter(
        String text, @Nullable Role role, @Nullable State state) {

    /** Whether somebody can log in with an account. */
    public enum State {
        ENABLED,
        DISABLED
    }

    public AccountFilter {
        text = text.strip();
    }

    /** By text alone. */
    public static AccountFilter of(String text) {
        return new AccountFilter(text, null, null);
    }

    /** Whether it leaves nobody out. */
    public boolean isOpen() {
        return text.isEmpty() && role == null && state == null;
    }
}
