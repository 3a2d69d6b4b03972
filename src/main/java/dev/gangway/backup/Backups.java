package dev.gangway.backup;

import dev.gangway.backup.internal.BackupFile;
import dev.gangway.backup.internal.Contents;
import dev.gangway.backup.internal.Contents.Table;
import dev.gangway.backup.internal.Loading;
import dev.gangway.backup.internal.RestoreMark;
import dev.gangway.backup.internal.Unloading;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Writes everything the database holds, as of one moment, into one file, and reads such a file into an empty database. Sealed
 * secrets stay sealed: the keys of the configuration that open them are not in it.
 */
@Service
public class Backups {

    private final DataSource dataSource;
    private final ObjectProvider<Flyway> migrations;
    private final Clock clock;

    /**
     * Backups of one database.
     *
     * @param migrations what makes the tables, for {@link #restore} only; nothing where the server may not make any
     */
    public Backups(DataSource dataSource, ObjectProvider<Flyway> migrations, Clock clock) {
        this.dataSource = dataSource;
        this.migrations = migrations;
        this.clock = clock;
    }

    /**
     * Writes a backup while others read and write. The file appears when it is whole, and only its owner can read it.
     *
     * @throws BackupException where the file is there already or cannot be written
     */
    public BackupReport write(Path file, BackupProgress progress) {
        try (Connection connection = patientConnection()) {
            Contents contents =
                    BackupFile.write(file, zip -> new Unloading(connection, zip, progress).everything(clock.instant()));
            return report(contents, List.of());
        } catch (SQLException e) {
            throw new BackupException("The database cannot be read: " + e.getMessage(), e);
        } catch (FileAlreadyExistsException e) {
            throw new BackupException(file + " is there already", e);
        } catch (NoSuchFileException e) {
            throw new BackupException(file + " cannot be written: its folder is not there", e);
        } catch (IOException e) {
            throw new BackupException(file + " cannot be written: " + e, e);
        }
    }

    /**
     * Makes the tables as the backup had them, reads it, and migrates them to what this version needs. All or nothing: where it
     * fails the database is empty again, and where it was interrupted the next one empties it first.
     *
     * @throws BackupException where the database is not empty, the file is not a whole backup that this version knows, or tables
     *     may not be made
     */
    public BackupReport restore(Path file, BackupProgress progress) {
        Flyway latest = migrations.getIfAvailable();
        if (latest == null) {
            throw new BackupException(
                    "Restoring makes tables: run it with SPRING_FLYWAY_ENABLED=true, as the account that owns them");
        }
        try (BackupFile backup = BackupFile.open(file);
                Connection connection = patientConnection()) {
            RestoreMark mark = new RestoreMark(connection);
            mark.hold();
            try {
                if (mark.isSet()) {
                    empty(latest); // what an interrupted one has left
                }
                Loading loading = new Loading(connection, backup, progress);
                loading.requireEmptyDatabase();
                return filled(loading, backup, latest, mark);
            } finally {
                mark.release();
            }
        } catch (SQLException e) {
            throw new BackupException("The backup cannot be stored: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupException(file + " is not a whole backup: " + e.getMessage(), e);
        }
    }

    private static BackupReport filled(Loading loading, BackupFile backup, Flyway latest, RestoreMark mark)
            throws SQLException, IOException {
        Flyway tables = tablesIn(backup.contents().schema(), latest, mark);
        try {
            tables.migrate();
            List<Table> strange = loading.everything();
            latest.migrate();
            mark.takeOff();
            return report(backup.contents(), strange);
        } catch (SQLException | IOException | RuntimeException e) {
            emptyAgain(e, latest, mark);
            throw e;
        }
    }

    /** One that may be silent for as long as it takes to make an index over everything. */
    private Connection patientConnection() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    /** What makes the tables in the version that a backup has them in. */
    private static Flyway tablesIn(String schema, Flyway latest, RestoreMark mark) {
        MigrationVersion version = MigrationVersion.fromVersion(schema);
        if (Arrays.stream(latest.info().all()).noneMatch(migration -> version.equals(migration.getVersion()))) {
            throw new BackupException("""
                    The backup is of tables in version %s, which this Gangway does not know: restore it with the one \
                    that wrote it, or a newer one""".formatted(schema));
        }
        return Flyway.configure()
                .configuration(latest.getConfiguration())
                .target(version)
                .callbacks(mark)
                .load();
    }

    /** Only what this restore has made: without the mark it has made nothing. */
    private static void emptyAgain(Exception why, Flyway latest, RestoreMark mark) {
        try {
            if (mark.isSet()) {
                empty(latest);
            }
        } catch (FlywayException | SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static void empty(Flyway latest) {
        Flyway.configure()
                .configuration(latest.getConfiguration())
                .cleanDisabled(false)
                .load()
                .clean();
    }

    private static BackupReport report(Contents contents, List<Table> strange) {
        List<Table> ours = contents.tables().stream()
                .filter(table -> !strange.contains(table))
                .toList();
        return new BackupReport(
                ours.size(),
                ours.stream().mapToLong(Table::rows).sum(),
                contents.schema(),
                strange.stream().map(Table::name).toList());
    }
}
