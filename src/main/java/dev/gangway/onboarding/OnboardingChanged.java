package dev.gangway.onboarding;

import dev.gangway.base.UserId;

/**
 * What is true about an account's onboarding has changed; published inside the changing transaction, so that copies of it
 * can be written along.
 */
public record OnboardingChanged(UserId userId) {}
