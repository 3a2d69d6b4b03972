package dev.gangway.login.api;

import dev.gangway.login.LoginSession;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A login session as the API shows it: without its token. */
record LoginSessionAnswer(
        UUID id,
        String userId,
        String kind,
        boolean isActive,
        boolean needsOnboarding,
        boolean onboardingCompleted,
        String onboardingStep,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActivity,
        Instant expiresAt,
        @Nullable String ipAddress,
        @Nullable String userAgent,
        boolean current) {

    static LoginSessionAnswer of(LoginSession session, UUID current) {
        return new LoginSessionAnswer(
                session.id(),
                session.userId().value(),
                session.kind().word(),
                session.active(),
                session.needsOnboarding(),
                session.onboardingCompleted(),
                session.onboardingStep(),
                session.createdAt(),
                session.updatedAt(),
                session.lastActivity(),
                session.expiresAt(),
                session.ipAddress(),
                session.userAgent(),
                session.id().equals(current));
    }
}
