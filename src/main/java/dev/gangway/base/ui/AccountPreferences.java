package dev.gangway.base.ui;

import dev.gangway.base.UserId;

/** Where the preferences of accounts are kept, so that they follow a person to other devices. */
public interface AccountPreferences {

    /** What the account wants; {@link Preferences#NONE} where it never chose. */
    Preferences find(UserId userId);

    /** Keeps what the account chose. */
    void keep(UserId userId, Preferences preferences);
}
