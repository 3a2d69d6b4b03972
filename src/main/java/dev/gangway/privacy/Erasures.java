package dev.gangway.privacy;

import dev.gangway.account.Account;
import dev.gangway.account.AccountErasures;
import dev.gangway.account.Accounts;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Erases a person: the account and every row about them, all or nothing. Requests of theirs that are under way find
 * nothing to write to; the audit trail stays and names nobody (ADR 16).
 */
@Service
public class Erasures {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final List<PersonalData> owners;
    private final Accounts accounts;
    private final AccountErasures accountErasures;
    private final AuditTrail trail;
    private final Transactions transactions;

    Erasures(
            List<PersonalData> owners,
            Accounts accounts,
            AccountErasures accountErasures,
            AuditTrail trail,
            Transactions transactions) {
        this.owners = List.copyOf(owners);
        this.accounts = accounts;
        this.accountErasures = accountErasures;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Erases the account.
     *
     * @param typedName the account's name, typed by the person as their confirmation; how it is written does not matter
     */
    public ErasureOutcome erase(UserId person, String typedName) {
        ErasureOutcome outcome = inOne(person, typedName);
        if (outcome instanceof ErasureOutcome.Erased) {
            LOG.info("Erased the account {}", person); // what a restored backup has to be brought up to date with
        }
        return outcome;
    }

    private ErasureOutcome inOne(UserId person, String typedName) {
        return transactions.inOne(() -> {
            Optional<Account> account = accounts.find(person);
            if (account.isEmpty()) {
                return new ErasureOutcome.AlreadyErased();
            }
            if (!typedName.strip().equalsIgnoreCase(account.get().username())) {
                return new ErasureOutcome.NotConfirmed(FieldProblem.of("username", "personal.erase.other_name"));
            }
            if (accountErasures.isLastAdministrator(person)) {
                return new ErasureOutcome.LastAdministrator();
            }
            owners.forEach(owner -> owner.erase(person));
            trail.record(AuditEvent.by(person, "personal_data.erased").about(person));
            accountErasures.delete(person);
            return new ErasureOutcome.Erased();
        });
    }
}
