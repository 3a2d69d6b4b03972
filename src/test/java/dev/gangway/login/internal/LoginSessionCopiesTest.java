package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.copy.Tally;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class LoginSessionCopiesTest {

    private static final String WRONG_COMPLETE =
            "needs_onboarding = false, onboarding_completed = true, onboarding_step = 'completed'";
    private static final String WRONG_INCOMPLETE =
            "needs_onboarding = true, onboarding_completed = false, onboarding_step = 'api_keys'";

    @Autowired
    private LoginSessionCopies copies;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private UserId ada = new UserId("nobody");
    private String row = "";

    @BeforeEach
    void aLoginSession() {
        Account account =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("rows-" + ids.next(), Role.USER))).account();
        ada = account.id();
        row = loginSessions
                .begin(account, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
                .orElseThrow()
                .session()
                .id()
                .toString();
    }

    @Test
    void whatWasBrokenEitherWayIsShownAndMendedOnce() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        Map<String, Object> truth =
                Map.of("needs_onboarding", true, "onboarding_completed", false, "onboarding_step", "research");
        breakTo(WRONG_COMPLETE);
        Disagreement wrong = find(Kind.all());
        assertThat(wrong.kind()).isEqualTo(Kind.DIFFERS);
        assertThat(wrong.username()).startsWith("rows-");
        assertThat(wrong.source()).isEqualTo(truth);
        assertThat(wrong.copy()).containsEntry("onboarding_step", "completed");

        assertThat(copies.mend(List.of(row))).containsExactly(new Change(row, ada, wrong.copy(), truth));
        assertThat(copies.mend(List.of(row))).isEmpty();
        breakTo(WRONG_INCOMPLETE);
        assertThat(copies.mend(List.of(row)).getFirst().after()).isEqualTo(truth);
        assertThat(isWrong()).isFalse();
    }

    @Test
    void aLoginSessionThatClaimsProgressWithoutAnOnboardingHasNoSource() {
        breakTo(WRONG_COMPLETE);

        Disagreement orphan = find(EnumSet.of(Kind.ORPHANED));

        assertThat(orphan.source()).containsEntry("onboarding_step", "api_keys");
        assertThat(copies.count(EnumSet.of(Kind.ORPHANED), 10_000).rows()).isPositive();
        assertThat(copies.count(EnumSet.of(Kind.MISSING), 10_000)).isEqualTo(Tally.exactly(0));
        copies.mend(List.of(row));
        assertThat(isWrong()).isFalse();
    }

    @Test
    void anEndedLoginSessionIsOfNoConsequence() {
        breakTo(WRONG_COMPLETE + ", is_active = false");

        assertThat(page(Kind.all())).extracting(Disagreement::row).doesNotContain(row);
    }

    @Test
    void aRowIsFoundNearAndFarAlike() {
        breakTo(WRONG_COMPLETE);

        assertThat(copies.page(Kind.all(), "", 1000, 1)).isEqualTo(copies.page(Kind.all(), "", 1000, 1_000_000));
        assertThat(copies.page(Kind.all(), row, 1, 1))
                .extracting(Disagreement::row)
                .doesNotContain(row);
    }

    @Test
    void anEstimateStandsWhereThereAreMoreThanAreCounted() {
        breakTo(WRONG_COMPLETE);

        assertThat(copies.count(Kind.all(), 0).isExact()).isFalse();
        assertThat(copies.count(Kind.all(), 0).rows()).isPositive();
        assertThat(copies.count(Kind.all(), Long.MAX_VALUE).isExact()).isTrue();
    }

    @Test
    void undoBringsBackOnlyWhatDidNotChangeSince() {
        breakTo(WRONG_COMPLETE);
        Change change = copies.mend(List.of(row)).getFirst();

        assertThat(copies.restore(List.of(change))).containsExactly(row);
        assertThat(find(Kind.all()).copy()).isEqualTo(change.before());
        assertThat(copies.restore(List.of(change))).isEmpty();
    }

    @Test
    void mendingWhilePeopleMoveOnLeavesNothingWrong() throws Exception {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        breakTo(WRONG_COMPLETE);
        Callable<Integer> mending = () -> {
            int mended = 0;
            for (int i = 0; i < 50; i++) {
                mended += copies.mend(List.of(row)).size();
            }
            return mended;
        };
        Callable<Integer> walking = () -> {
            stepData.complete(ada, OnboardingStep.WEBSITE);
            stepData.complete(ada, OnboardingStep.RESEARCH);
            return 0;
        };
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var done : threads.invokeAll(List.of(mending, walking, mending))) {
                assertThat(done.get()).isNotNegative();
            }
        }

        assertThat(isWrong()).isFalse();
    }

    private void breakTo(String values) {
        jdbc.sql("update login_sessions set " + values + " where id = :id")
                .param("id", UUID.fromString(row))
                .update();
    }

    private boolean isWrong() {
        return jdbc.sql("select wrong from login_session_copies where id = :id")
                .param("id", UUID.fromString(row))
                .query(Boolean.class)
                .single();
    }

    private Disagreement find(Set<Kind> kinds) {
        return page(kinds).stream()
                .filter(found -> found.row().equals(row))
                .findAny()
                .orElseThrow();
    }

    private List<Disagreement> page(Set<Kind> kinds) {
        UUID own = UUID.fromString(row);
        return copies.page(kinds, new UUID(own.getMostSignificantBits() - 1, 0).toString(), 1000);
    }
}
