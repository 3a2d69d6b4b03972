package dev.gangway.onboarding;

import dev.gangway.base.UserId;
import java.util.List;

/** What another module keeps about accounts' onboardings and must agree with them. */
public interface OnboardingEvidence {

    /** What it holds about the account. */
    List<StoredTable> tables(UserId userId);

    /** What must be true of it. */
    List<OnboardingCheck> checks(UserId userId);
}
