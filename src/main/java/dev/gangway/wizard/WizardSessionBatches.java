package dev.gangway.wizard;

import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.WizardSessionBatchStore;
import dev.gangway.wizard.internal.WizardSessionStore.Superseded;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes over many accounts' runs from elsewhere, in the caller's transaction and a few round trips. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WizardSessionBatches {

    private final WizardSessionBatchStore store;

    WizardSessionBatches(WizardSessionBatchStore store) {
        this.store = store;
    }

    /** The runs that these accounts have, locked until the transaction ends. */
    public Map<UserId, WizardSession> lock(Collection<UserId> users, WizardDefinition wizard) {
        return store.lockAll(users, wizard).stream()
                .collect(Collectors.toMap(WizardSession::userId, Function.identity()));
    }

    /**
     * Stores runs that are new.
     *
     * @throws CannotAcquireLockException when one of the accounts started meanwhile; the transaction can be repeated
     */
    public void insert(List<WizardSession> runs) {
        if (store.insertAll(runs) < runs.size()) {
            throw new CannotAcquireLockException("A run was started while others were taken over");
        }
    }

    /** Stores runs that were locked before. */
    public void update(List<WizardSession> runs) {
        store.updateAll(runs);
    }

    /** Keeps a step's answers that are about to be replaced. */
    public void keep(WizardSession run, String stepKey, Answers answers, StepRecord record) {
        store.keep(run, stepKey, new Superseded(answers, record.version(), record.savedAt()));
    }

    /** Counts runs that were taken over as completed. */
    public void countCompleted(WizardDefinition wizard, int completed) {
        if (completed > 0) {
            store.countCompleted(wizard, completed, 0);
        }
    }
}
