package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.Tokens;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A replica that has an account's login session in its cache, while everything is changed elsewhere. */
@GangwayTest
class CachedLoginsTest {

    @Autowired
    private LoginSessionReads reads;

    @Autowired
    private LoginSessions elsewhere;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private CachedLogins here;
    private Account ada;
    private NewLogin login;

    @BeforeEach
    void aReplicaThatKnowsTheLogin() {
        here = new CachedLogins(reads, new SimpleMeterRegistry());
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("cached-" + ids.next(), Role.USER))).account();
        login = elsewhere
                .begin(ada, LoginKind.API, new Origin("127.0.0.1", "test"))
                .orElseThrow();
        assertThat(find()).isPresent();
    }

    @Test
    void aHitIsOneStatementAndAnswersTheSame() throws Exception {
        Optional<LoginSessionReads.Found> first = find();

        assertThat(statements.of(this::find))
                .hasSize(1)
                .allSatisfy(statement -> assertThat(statement).doesNotContain("c.*"));
        assertThat(find()).isEqualTo(first);
    }

    @Test
    void loggingOutElsewhereIsSeenAtOnce() {
        elsewhere.end(ada.id(), login.session().id());

        assertThat(find()).isEmpty();
    }

    @Test
    void aTokenThatWasChangedElsewhereIsWorthNothingAtOnce() {
        assertThat(elsewhere.changeToken(login.caller())).isPresent();

        assertThat(find()).isEmpty();
    }

    @Test
    void expiryIsSeenAtOnce() {
        assertThat(here.find(
                        tokens.hash(login.token()), login.session().expiresAt().plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void anAccountThatIsDisabledIsSeenAtOnce() {
        change("update accounts set enabled = false where id = ?");

        assertThat(find()).isEmpty();
    }

    @Test
    void anAccountThatIsErasedIsSeenAtOnce() {
        change("delete from accounts where id = ?");

        assertThat(find()).isEmpty();
    }

    @Test
    void rolesThatAreGivenAndTakenAreSeenAtOnce() {
        accounts.changeRoles(ada.id(), EnumSet.of(Role.USER, Role.ADMIN));
        assertThat(find().orElseThrow().login().caller().roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);

        change("delete from account_roles where user_id = ? and role = 'ADMIN'");
        assertThat(find().orElseThrow().login().caller().roles()).containsExactly(Role.USER);

        change("update account_roles set role = 'TRAINER' where user_id = ?");
        assertThat(find().orElseThrow().login().caller().roles()).containsExactly(Role.TRAINER);

        change("delete from account_roles where user_id = ?");
        assertThat(find().orElseThrow().login().caller().roles()).isEmpty();
    }

    @Test
    void anotherNameIsSeenAtOnce() {
        change("update accounts set username = 'renamed-' || id where id = ?");

        assertThat(find().orElseThrow().login().caller().username()).startsWith("renamed-");
    }

    @Test
    void aStepThatIsDoneElsewhereIsSeenAtOnce() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);

        assertThat(session().onboardingStep()).isEqualTo("research");
    }

    @Test
    void aSourceThatChangedWithoutItsCopyIsSeenAtOnce() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        assertThat(session().onboardingStep()).isEqualTo("research");
        change("update wizard_sessions set current_step = 'persona' where user_id = ?");

        LoginSessionReads.Found found = find().orElseThrow();

        assertThat(found.wrong()).isTrue();
        assertThat(found.login().session().onboardingStep()).isEqualTo("persona");
    }

    @Test
    void aCopyThatWasBrokenByHandIsSeenAndHealedThoughItIsCached() {
        elsewhere.recognise(login.token());
        change("update login_sessions set needs_onboarding = false, onboarding_completed = true where user_id = ?");

        assertThat(elsewhere.recognise(login.token()).orElseThrow().session().needsOnboarding())
                .isTrue();
        assertThat(jdbc.sql("select needs_onboarding and not onboarding_completed from login_sessions where id = ?")
                        .param(login.session().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void clearingDropsTheAccountsOwnOnly() {
        Account bob =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("cached-" + ids.next(), Role.USER))).account();
        NewLogin bobs = elsewhere
                .begin(bob, LoginKind.API, new Origin("127.0.0.1", "test"))
                .orElseThrow();
        here.find(tokens.hash(bobs.token()), bobs.session().createdAt());

        assertThat(here.forget(ada.id().value())).isEqualTo(1);
        assertThat(here.forget(ada.id().value())).isZero();
        assertThat(here.forgetAll()).isEqualTo(1);
        assertThat(find()).isPresent();
    }

    private LoginSession session() {
        return find().orElseThrow().login().session();
    }

    private Optional<LoginSessionReads.Found> find() {
        Instant now = login.session().createdAt();
        return here.find(tokens.hash(login.token()), now);
    }

    private void change(String sql) {
        jdbc.sql(sql).param(ada.id().value()).update();
    }
}
