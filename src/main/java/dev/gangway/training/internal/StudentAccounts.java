package dev.gangway.training.internal;

import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
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

    StudentAccounts(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Afterwards each of them has an account, made in the caller's transaction. */
    public void ensure(List<BookedStudent> students) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .singleRow();
        students.stream().filter(each -> !isKnown(each)).forEach(this::make);
    }

    private boolean isKnown(BookedStudent student) {
        return accounts.find(student.id()).isPresent();
    }

    private void make(BookedStudent student) {
        @Nullable String email = student.email();
        if (email == null || email.length() > UserId.MAX_LENGTH || !isMade(student, email)) {
            isMade(student, student.id().value());
        }
    }

    private boolean isMade(BookedStudent student, String username) {
        NewAccount wanted = new NewAccount(student.id(), username, student.email(), Set.of(Role.USER));
        return accounts.create(wanted) instanceof AccountOutcome.Saved;
    }
}
