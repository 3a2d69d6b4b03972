package dev.gangway.onboarding.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.SecretText;
import dev.gangway.base.secret.SecretUnreadable;
import dev.gangway.base.secret.Secrets;
import dev.gangway.onboarding.OnboardingCheck;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.Progress;
import dev.gangway.wizard.StepState;
import dev.gangway.wizard.WizardSession;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must be true of the stored answers of an onboarding; each rule is the one that its writers follow. */
@Repository
public class StoredDataChecks {

    private static final Map<OnboardingStep, String> TABLES = new EnumMap<>(Map.of(
            OnboardingStep.API_KEYS, "api_keys",
            OnboardingStep.WEBSITE, "website_analyses",
            OnboardingStep.RESEARCH, "research_preferences",
            OnboardingStep.PERSONA, "persona_data",
            OnboardingStep.FIRST_DECLARATION, "kblocks"));

    private final JdbcClient jdbc;
    private final Secrets secrets;

    StoredDataChecks(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** The checks of an account that has not begun: nothing is stored. */
    public List<OnboardingCheck> ofNone(UserId userId) {
        return TABLES.values().stream()
                .map(table -> OnboardingCheck.equal("no " + table + " without an onboarding", 0L, count(table, userId)))
                .toList();
    }

    /** The checks of an onboarding. */
    public List<OnboardingCheck> of(WizardSession run) {
        List<OnboardingCheck> checks = new ArrayList<>();
        checks.add(OnboardingCheck.equal("progress follows the steps", progress(run), run.progress()));
        checks.add(OnboardingCheck.equal("current step is the first that is not done", currentStep(run), stored(run)));
        checks.add(OnboardingCheck.equal("no step is done before an earlier one", List.of(), gaps(run)));
        checks.add(OnboardingCheck.equal(
                "completed exactly when it has a completion time", run.isCompleted(), run.completedAt() != null));
        checks.addAll(time(run));
        TABLES.forEach((step, table) -> checks.add(rows(run, step, table)));
        checks.add(oneBlock(run));
        checks.add(OnboardingCheck.equal("every API key opens", List.of(), unreadable(run)));
        return checks;
    }

    private static BigDecimal progress(WizardSession run) {
        return run.isCompleted()
                ? Progress.FULL
                : Progress.of(run.steps().size(), OnboardingStep.values().length, Progress.NONE);
    }

    private static String currentStep(WizardSession run) {
        return run.currentStep().key();
    }

    private String stored(WizardSession run) {
        return jdbc.sql("select current_step from wizard_sessions where id = ?")
                .param(run.id().value())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static List<String> gaps(WizardSession run) {
        return run.steps().keySet().stream()
                .filter(step -> !run.isOpen(step))
                .sorted()
                .toList();
    }

    private static List<OnboardingCheck> time(WizardSession run) {
        Instant completed = run.completedAt();
        Long total = run.totalTimeSeconds();
        return completed == null || total == null
                ? List.of()
                : List.of(OnboardingCheck.equal(
                        "total time is completed minus started",
                        Duration.between(run.startedAt(), completed).toSeconds(),
                        total));
    }

    private OnboardingCheck rows(WizardSession run, OnboardingStep step, String table) {
        boolean done = run.record(step.key())
                .filter(record -> record.state() == StepState.COMPLETED)
                .isPresent();
        long own = jdbc.sql("select count(*) from " + table + " where wizard_session_id = :id and user_id = :user")
                .param("id", run.id().value())
                .param("user", run.userId().value())
                .query((row, number) -> row.getLong(1))
                .single();
        long all = jdbc.sql("select count(*) from " + table + " where wizard_session_id = :id or user_id = :user")
                .param("id", run.id().value())
                .param("user", run.userId().value())
                .query((row, number) -> row.getLong(1))
                .single();
        boolean holds = done == own > 0 && own == all;
        return new OnboardingCheck(
                table + " has rows exactly when step " + step.key() + " is completed, all of this account",
                holds,
                holds ? "" : (done ? "completed" : "not completed") + ", " + own + " own rows, " + all + " in all");
    }

    private OnboardingCheck oneBlock(WizardSession run) {
        long blocks = count("kblocks", run.userId());
        return new OnboardingCheck(
                "at most one knowledge block", blocks <= 1, blocks <= 1 ? "" : blocks + " knowledge blocks");
    }

    private List<String> unreadable(WizardSession run) {
        List<String> bad = new ArrayList<>();
        jdbc.sql("select provider, ciphertext, encryption_key_id, last_four from api_keys where wizard_session_id = ?")
                .param(run.id().value())
                .query(row -> {
                    String provider = row.getString("provider");
                    Sealed sealed = new Sealed(row.getBytes("ciphertext"), row.getLong("encryption_key_id"));
                    if (!opens(
                            sealed, ApiKeysStep.context(run.userId().value(), provider), row.getString("last_four"))) {
                        bad.add(provider);
                    }
                });
        return bad;
    }

    private boolean opens(Sealed sealed, String context, String lastFour) {
        try {
            return new SecretText(secrets.open(sealed, context)).lastFour().equals(lastFour);
        } catch (SecretUnreadable e) {
            return false;
        }
    }

    private long count(String table, UserId userId) {
        return jdbc.sql("select count(*) from " + table + " where user_id = ?")
                .param(userId.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
