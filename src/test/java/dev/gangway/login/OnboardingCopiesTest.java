package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingChanged;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@GangwayTest
class OnboardingCopiesTest {

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private Account ada = new Account(new dev.gangway.base.UserId("nobody"), "", null, java.util.Set.of(), true, false);

    @BeforeEach
    void anAccount() {
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("copies-" + ids.next(), Role.USER))).account();
    }

    @Test
    void aNewLoginSessionHasTheRightCopy() {
        assertThat(begin().session().onboardingStep()).isEqualTo("api_keys");

        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);

        LoginSession later = begin().session();
        assertThat(later.onboardingStep()).isEqualTo("research");
        assertThat(later.needsOnboarding()).isTrue();
        assertThat(later.onboardingCompleted()).isFalse();
    }

    @Test
    void eachChangeReachesEveryLiveLoginSession() {
        NewLogin here = begin();
        NewLogin there = begin();

        stepData.walkTo(ada.id(), OnboardingStep.WEBSITE);

        assertThat(known(here).onboardingStep()).isEqualTo("website");
        assertThat(known(there).onboardingStep()).isEqualTo("website");

        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
        onboardings.finish(ada.id());

        assertThat(known(here).needsOnboarding()).isFalse();
        assertThat(known(here).onboardingCompleted()).isTrue();
        assertThat(known(there).onboardingStep()).isEqualTo("completed");
    }

    @Test
    void whereTheCopyFailsTheChangeStandsAndTheFailureIsCounted() {
        begin();
        stepData.walkTo(ada.id(), OnboardingStep.WEBSITE);
        jdbc.sql("update login_sessions set onboarding_step = 'stale' where user_id = :user")
                .param("user", ada.id().value())
                .update();
        jdbc.sql("alter table login_sessions add constraint copies_are_broken" + " check (user_id <> '"
                        + ada.id().value() + "' or onboarding_step = 'stale') not valid")
                .update();
        double before = meters.counter("gangway.login.copy.failures").count();
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("update accounts set email = 'kept@example.org' where id = :user")
                        .param("user", ada.id().value())
                        .update();
                events.publishEvent(new OnboardingChanged(ada.id()));
            });
        } finally {
            jdbc.sql("alter table login_sessions drop constraint copies_are_broken")
                    .update();
        }

        assertThat(accounts.find(ada.id()).orElseThrow().email()).isEqualTo("kept@example.org");
        assertThat(meters.counter("gangway.login.copy.failures").count()).isEqualTo(before + 1);
    }

    private NewLogin begin() {
        return loginSessions
                .begin(ada, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                .orElseThrow();
    }

    private LoginSession known(NewLogin login) {
        return loginSessions.recognise(login.token()).orElseThrow().session();
    }
}
