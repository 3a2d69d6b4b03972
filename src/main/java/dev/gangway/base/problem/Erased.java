package dev.gangway.base.problem;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** What was erased while a request was writing something that belongs to it, as the broken foreign key tells. */
public enum Erased {
    /** The account; whoever called is not logged in any more. */
    ACCOUNT,
    /** Something of the account, such as its onboarding. */
    PART,
    /** Nothing: another rule of the database was broken, which is a mistake of ours. */
    NOTHING;

    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /** Which of them made a write fail. */
    public static Erased in(DataIntegrityViolationException broken) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(broken);
        if (!(cause instanceof SQLException refused) || !FOREIGN_KEY_VIOLATION.equals(refused.getSQLState())) {
            return NOTHING;
        }
        return String.valueOf(refused.getMessage()).contains("_user_id_fkey") ? ACCOUNT : PART;
    }
}
