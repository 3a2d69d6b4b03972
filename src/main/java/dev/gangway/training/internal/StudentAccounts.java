package dev.gangway.training.internal;

import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.training.BookedStudent;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes accounts for students whom a booking names and nobody knows yet: without a password, so that they log in at the
 * identity provider whose subject the id is, or with a password that an administrator gives them.
 */
@Component
public class StudentAccounts {

    /** Whoever makes accounts for students waits for whoever else does: two bookings often name the same new student. */
    private static final long LOCK = 0x5354_5544_454e_5453L;

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    StudentAccounts(Accounts accounts, JdbcClient jdbc, AuditTrail trail) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Afterwards each of them has an account, made in the caller's transaction. */
    public void ensure(UserId admin, List<BookedStudent> students) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
        students.stream().filter(each -> !isKnown(each)).forEach(each -> make(admin, each));
    }

    private boolean isKnown(BookedStudent student) {
        return accounts.find(student.id()).isPresent();
    }

    private void make(UserId admin, BookedStudent student) {
        @Nullable String email = student.email();
        if (email == null || email.length() > UserId.MAX_LENGTH || !isMade(admin, student, email)) {
            isMade(admin, student, student.id().value());
        }
    }

    private boolean isMade(UserId admin, BookedStudent student, String username) {
        NewAccount wanted = new NewAccount(student.id(), username, student.email(), Set.of(Role.USER));
        boolean isMade = accounts.create(wanted) instanceof AccountOutcome.Saved;
        if (isMade) {
            trail.record(AuditEvent.by(admin, "account.created")
                    .about(student.id())
                    .with("roles", List.of(Role.USER.name()))
                    .personal("username", username));
        }
        return isMade;
    }
}
