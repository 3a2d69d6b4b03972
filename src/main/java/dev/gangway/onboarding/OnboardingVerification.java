package dev.gangway.onboarding;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.internal.StoredData;
import dev.gangway.onboarding.internal.StoredDataChecks;
import dev.gangway.wizard.BuiltInSessions;
import dev.gangway.wizard.WizardSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what is stored about an account's onboarding, as of one moment, and whether it is consistent. */
@Service
public class OnboardingVerification {

    private final BuiltInSessions sessions;
    private final StoredData data;
    private final StoredDataChecks checks;
    private final List<OnboardingEvidence> others;

    OnboardingVerification(
            BuiltInSessions sessions, StoredData data, StoredDataChecks checks, List<OnboardingEvidence> others) {
        this.sessions = sessions;
        this.data = data;
        this.checks = checks;
        this.others = List.copyOf(others);
    }

    /**
     * What was found.
     *
     * @param tables every table that knows the account's onboarding
     * @param checks what must be true of them
     */
    public record Report(List<StoredTable> tables, List<OnboardingCheck> checks) {

        public Report {
            tables = List.copyOf(tables);
            checks = List.copyOf(checks);
        }

        /** Whether everything is as it must be. */
        public boolean isConsistent() {
            return checks.stream().allMatch(OnboardingCheck::holds);
        }
    }

    /** Reads and checks everything. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report verify(UserId userId) {
        Optional<WizardSession> run = sessions.find(userId, OnboardingStep.WIZARD);
        List<StoredTable> tables = new ArrayList<>(data.tables(userId));
        List<OnboardingCheck> found = new ArrayList<>(run.map(checks::of).orElseGet(() -> checks.ofNone(userId)));
        others.forEach(other -> {
            tables.addAll(other.tables(userId));
            found.addAll(other.checks(userId));
        });
        return new Report(tables, found);
    }
}
