package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.command.VerifyOnboardingData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

@GangwayTest
class OnboardingVerificationTest {

    @Autowired
    private OnboardingVerification verification;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private Accounts registry;

    @Autowired
    private StepData stepData;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private UserId ada;

    @AfterEach
    void nothingDamagedStays() {
        onboardings.erase(ada);
    }

    @BeforeEach
    void anAccount() {
        ada = accounts.user();
    }

    @Test
    void everyStateThatAPersonCanReachIsConsistent() {
        assertThat(failures()).isEmpty();
        for (OnboardingStep step : OnboardingStep.values()) {
            if (step != OnboardingStep.SUMMARY) {
                stepData.complete(ada, step);
                assertThat(failures()).as(step.key()).isEmpty();
            }
        }
        onboardings.finish(ada);
        assertThat(failures()).isEmpty();
        onboardings.erase(ada);
        assertThat(failures()).isEmpty();
    }

    @Test
    void skippedStepsAreConsistentWithoutRows() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        onboardings.skip(ada, OnboardingStep.PERSONA);
        onboardings.skip(ada, OnboardingStep.FIRST_DECLARATION);

        assertThat(failures()).isEmpty();
    }

    @Test
    void eachInconsistencyIsNamed() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        damage("delete from research_preferences where user_id = ?");
        damage("update wizard_sessions set progress_percentage = 12, current_step = 'website' where user_id = ?");
        damage("update api_keys set ciphertext = ciphertext || '\\x00' where user_id = ?");

        assertThat(failures())
                .containsExactlyInAnyOrder(
                        "progress follows the steps",
                        "current step is the first that is not done",
                        "research_preferences has rows exactly when step research is completed, all of this account",
                        "every API key opens");
    }

    @Test
    void aWrongCopyInALoginSessionIsNamed() {
        damage("""
                insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                    onboarding_step, created_at, updated_at, last_activity, expires_at)
                select gen_random_uuid(), id, sha256(cast(id as bytea)), 'api', false, true, 'completed',
                    now(), now(), now(), now() + interval '1 day'
                from accounts where id = ?
                """);

        assertThat(failures()).containsExactly("live login sessions have the right copy");
    }

    @Test
    void theCommandShowsEveryTableButNoSecret() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        StringWriter out = new StringWriter();

        int exitCode = command(out, ada.value());

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("wizard_sessions: 1", "api_keys: 1", "kblocks: 1", "••••c35d", "We repair wooden boats")
                .doesNotContain("canary");
    }

    @Test
    void theCommandFailsForAnUnknownOrInconsistentAccount() {
        assertThat(command(new StringWriter(), "nobody-" + ada)).isEqualTo(1);
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        damage("delete from website_analyses where user_id = ?");
        StringWriter out = new StringWriter();

        assertThat(command(out, ada.value())).isEqualTo(1);
        assertThat(out.toString()).contains("FAILED website_analyses");
    }

    private int command(StringWriter out, String user) {
        return new CommandLine(new VerifyOnboardingData(registry, verification))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(user);
    }

    private List<String> failures() {
        return verification.verify(ada).checks().stream()
                .filter(check -> !check.holds())
                .map(OnboardingCheck::name)
                .toList();
    }

    private void damage(String sql) {
        jdbc.sql(sql).param(ada.value()).update();
    }
}
