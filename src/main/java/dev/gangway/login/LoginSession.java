package dev.gangway.login;

import dev.gangway.base.UserId;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One authenticated login, with its own copy of the account's onboarding status; without its token.
 *
 * @param id a UUID of version 7
 * @param userId whose it is
 * @param kind how it was begun
 * @param active neither ended nor expired when it was read
 * @param needsOnboarding copy: the onboarding is not completed
 * @param onboardingCompleted copy: the onboarding is completed
 * @param onboardingStep copy: name of the current step, or {@code completed}
 * @param createdAt when it was begun
 * @param updatedAt when a copy or its state last changed
 * @param lastActivity when it was last used, to the minute
 * @param expiresAt 24 hours after the last use, at most 30 days after the beginning
 * @param ipAddress where it was last used, to the minute, where known
 * @param userAgent with which program it was last used, where known
 */
public record LoginSession(
        UUID id,
        UserId userId,
        LoginKind kind,
        boolean active,
        boolean needsOnboarding,
        boolean onboardingCompleted,
        String onboardingStep,
        Instant createdAt,
        Instant updatedAt,
        Instant lastActivity,
        Instant expiresAt,
        @Nullable String ipAddress,
        @Nullable String userAgent)
        implements Serializable {}
