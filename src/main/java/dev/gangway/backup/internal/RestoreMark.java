package dev.gangway.backup.internal;

import dev.gangway.backup.BackupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Tells a database that is being restored, or was when the restore was interrupted, from one that is whole: a table of no rows
 * that comes with the first migration and goes once everything is there.
 */
public final class RestoreMark implements Callback {

    static final String TABLE = "restore_under_way";

    private final Connection connection;

    public RestoreMark(Connection connection) {
        this.connection = connection;
    }

    /** Whether it is set. */
    public boolean isSet() throws SQLException {
        return isTrue("select to_regclass('" + TABLE + "') is not null");
    }

    /** Takes it off: everything is there. */
    public void takeOff() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table " + TABLE);
        }
    }

    /**
     * Keeps other restores away until {@link #release}.
     *
     * @throws BackupException where one is under way
     */
    public void hold() throws SQLException {
        if (!isTrue("select pg_try_advisory_lock(hashtext('" + TABLE + "'))")) {
            throw new BackupException("Another restore into this database is under way");
        }
    }

    /** Lets other restores begin. */
    public void release() throws SQLException {
        isTrue("select pg_advisory_unlock(hashtext('" + TABLE + "'))");
    }

    private boolean isTrue(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    /** In the transaction of the migration: there are no tables without it. */
    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("create table if not exists " + TABLE + " ()");
        } catch (SQLException e) {
            throw new BackupException("The database cannot be marked as being restored: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return TABLE;
    }
}
