package dev.gangway.login;

/**
 * What a login session keeps of its account's onboarding progress.
 *
 * @param needsOnboarding the onboarding is not completed
 * @param onboardingCompleted the onboarding is completed
 * @param onboardingStep name of the current step, or {@code completed}
 */
public record OnboardingCopy(boolean needsOnboarding, boolean onboardingCompleted, String onboardingStep) {}
