package dev.gangway.onboarding;

/**
 * Something that must be true of what is stored.
 *
 * @param name what must be true
 * @param holds whether it is
 * @param found what was found instead; empty where it holds
 */
public record OnboardingCheck(String name, boolean holds, String found) {

    /** A check of the value that is expected. */
    public static OnboardingCheck equal(String name, Object expected, Object found) {
        boolean holds = expected.equals(found);
        return new OnboardingCheck(name, holds, holds ? "" : "expected " + expected + ", found " + found);
    }
}
