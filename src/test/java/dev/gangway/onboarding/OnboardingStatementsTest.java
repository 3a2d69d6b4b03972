package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A round trip more than needed is a defect. One of the six of a Next is left to find out who is calling. */
@GangwayTest
class OnboardingStatementsTest {

    private static final int OF_A_NEXT = 5;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Statements statements;

    @ParameterizedTest
    @EnumSource(value = OnboardingStep.class, mode = EnumSource.Mode.EXCLUDE, names = "SUMMARY")
    void aNextCostsAtMostSixStatementsTheFirstTimeAndAgain(OnboardingStep step) throws Exception {
        UserId userId = accounts.user();
        onboardings.start(userId);
        stepData.walkTo(userId, step);

        assertThat(statements.of(() -> stepData.complete(userId, step)))
                .as("the first time")
                .hasSizeBetween(3, OF_A_NEXT);
        assertThat(statements.of(() -> stepData.complete(userId, step)))
                .as("again")
                .hasSizeBetween(3, OF_A_NEXT);
    }

    @Test
    void aNextThatHasAWebsiteReadCostsAtMostSixToo() throws Exception {
        UserId userId = accounts.user();
        onboardings.start(userId);
        stepData.walkTo(userId, OnboardingStep.WEBSITE);

        assertThat(statements.of(() -> onboardings.complete(
                        userId,
                        OnboardingStep.WEBSITE,
                        Submission.of(StepData.answers("{'website_url': 'http://localhost:1/'}")))))
                .hasSizeBetween(4, OF_A_NEXT);
    }

    @Test
    void finishingCostsAtMostSixStatements() throws Exception {
        UserId userId = accounts.user();
        stepData.walkTo(userId, OnboardingStep.SUMMARY);

        assertThat(statements.of(() -> onboardings.finish(userId))).hasSizeBetween(2, OF_A_NEXT);
    }

    @Test
    void theSummaryIsOneStatement() throws Exception {
        UserId userId = accounts.user();
        stepData.walkTo(userId, OnboardingStep.SUMMARY);

        assertThat(statements.of(() -> onboardings.summary(userId))).hasSize(1);
    }
}
