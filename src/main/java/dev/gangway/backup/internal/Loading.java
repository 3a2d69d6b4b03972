package dev.gangway.backup.internal;

import dev.gangway.backup.BackupException;
import dev.gangway.backup.BackupProgress;
import dev.gangway.backup.internal.Catalogue.ForeignKey;
import dev.gangway.backup.internal.Contents.Sequence;
import dev.gangway.backup.internal.Contents.Table;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Copies a backup into tables that migrations have just made, in one transaction. Needs only what the owner of the tables may:
 * foreign keys are taken off and put on again, which checks every row.
 */
public final class Loading {

    private final Connection connection;
    private final BackupFile backup;
    private final BackupProgress progress;
    private final Catalogue catalogue;

    public Loading(Connection connection, BackupFile backup, BackupProgress progress) {
        this.connection = connection;
        this.backup = backup;
        this.progress = progress;
        this.catalogue = new Catalogue(connection);
    }

    /**
     * Nothing is ever overwritten.
     *
     * @throws BackupException where there is a table already
     */
    public void requireEmptyDatabase() throws SQLException {
        if (!catalogue.isEmpty()) {
            throw new BackupException("The database is not empty, and nothing in it was changed");
        }
    }

    /**
     * Everything that is in the backup instead of what the migrations put in.
     *
     * @return the tables that were left out, because no migration makes them: someone else keeps something beside ours
     */
    public List<Table> everything() throws IOException, SQLException {
        List<Table> there = catalogue.tables();
        Set<String> names = there.stream().map(Table::name).collect(Collectors.toSet());
        List<Table> ours = backup.contents().tables().stream()
                .filter(table -> names.remove(table.name()))
                .toList();
        if (!names.isEmpty()) {
            throw new BackupException("The backup is not whole: " + String.join(", ", names) + " is missing");
        }
        connection.setAutoCommit(false);
        try {
            List<ForeignKey> keys = bare(there);
            int done = 0;
            for (Table table : ours) {
                read(table);
                progress.tables(++done, ours.size());
            }
            for (Sequence sequence : backup.contents().sequences()) {
                set(sequence);
            }
            dressed(there, keys);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        // Nobody should have to wait for plans that know nothing.
        execute("analyze");
        return backup.contents().tables().stream()
                .filter(table -> !ours.contains(table))
                .toList();
    }

    /** Takes off what looks at rows one by one, and what the migrations put in. */
    private List<ForeignKey> bare(List<Table> tables) throws SQLException {
        List<ForeignKey> keys = catalogue.foreignKeys();
        for (ForeignKey key : keys) {
            execute("alter table %s drop constraint %s".formatted(key.table(), key.name()));
        }
        for (Table table : tables) {
            execute("alter table %s disable trigger user".formatted(Catalogue.quoted(table.name())));
        }
        execute("truncate " + Catalogue.quoted(tables.stream().map(Table::name).toList()));
        return keys;
    }

    private void dressed(List<Table> tables, List<ForeignKey> keys) throws SQLException {
        for (Table table : tables) {
            execute("alter table %s enable trigger user".formatted(Catalogue.quoted(table.name())));
        }
        for (ForeignKey key : keys) {
            execute("alter table %s add constraint %s %s".formatted(key.table(), key.name(), key.definition()));
        }
    }

    private void read(Table table) throws IOException, SQLException {
        try (InputStream rows = backup.rows(table)) {
            long read = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin"
                                    .formatted(Catalogue.quoted(table.name()), Catalogue.quoted(table.columns())),
                            rows,
                            1 << 16);
            if (read != table.rows()) {
                throw new BackupException("The backup is not whole: %s has %d rows instead of %d"
                        .formatted(table.name(), read, table.rows()));
            }
        }
    }

    private void set(Sequence sequence) throws SQLException {
        if (sequence.lastValue() == null) {
            return;
        }
        // Only one of ours: that of a table of someone else is not there.
        try (PreparedStatement statement = connection.prepareStatement(
                "select setval(counter, ?) from to_regclass(?) counter where counter is not null")) {
            statement.setLong(1, sequence.lastValue());
            statement.setString(2, Catalogue.quoted(sequence.name()));
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
