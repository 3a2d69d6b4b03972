package dev.gangway.account.ui;

import dev.gangway.account.Accounts;
import dev.gangway.account.PageChoice;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.AccountPreferences;
import dev.gangway.base.ui.Appearance;
import dev.gangway.base.ui.Preferences;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps language and appearance with the account. */
@Component
class KeptPreferences implements AccountPreferences {

    private final Accounts accounts;

    KeptPreferences(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Preferences find(UserId userId) {
        return accounts.choice(userId).map(KeptPreferences::preferences).orElse(Preferences.NONE);
    }

    @Override
    public void keep(UserId userId, Preferences preferences) {
        accounts.choose(
                userId,
                new PageChoice(
                        preferences.language().map(Locale::toLanguageTag).orElse(null),
                        preferences.appearance().name()));
    }

    private static Preferences preferences(PageChoice choice) {
        return new Preferences(
                Optional.ofNullable(choice.language()).map(Locale::forLanguageTag),
                Appearance.valueOf(choice.appearance()));
    }
}
