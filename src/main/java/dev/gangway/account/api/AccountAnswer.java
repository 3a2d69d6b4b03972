package dev.gangway.account.api;

import dev.gangway.account.ManagedAccount;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An account as administrators read it. */
record AccountAnswer(
        String userId,
        String username,
        @Nullable String email,
        List<String> roles,
        boolean enabled,
        boolean hasPassword,
        @Nullable String identityProvider,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static AccountAnswer of(ManagedAccount managed) {
        return new AccountAnswer(
                managed.account().id().value(),
                managed.account().username(),
                managed.account().email(),
                new TreeSet<>(managed.account().roles())
                        .stream().map(Enum::name).toList(),
                managed.account().enabled(),
                managed.account().hasPassword(),
                managed.issuer(),
                managed.version(),
                managed.createdAt(),
                managed.updatedAt());
    }
}
