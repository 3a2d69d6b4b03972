package dev.gangway.base.command;

import java.util.List;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Says why a command failed, in one line, and ends it with exit code 1. Where the database went away it also says what became
 * of the work: commands tell only of what is committed, and each can be run again.
 */
public final class ToldFailures implements CommandLine.IExecutionExceptionHandler {

    private static final List<Class<? extends Exception>> DATABASE_AWAY = List.of(
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(command.getCommandName() + ": " + words(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String words(Exception failure) {
        if (DATABASE_AWAY.stream().noneMatch(kind -> kind.isInstance(failure))) {
            return reason(failure);
        }
        return "the database went away (" + reason(NestedExceptionUtils.getMostSpecificCause(failure))
                + "). What is told as done is stored. Run the command again when the database is back.";
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
