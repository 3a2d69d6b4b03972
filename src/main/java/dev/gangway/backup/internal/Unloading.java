package dev.gangway.backup.internal;

import dev.gangway.backup.BackupProgress;
import dev.gangway.backup.internal.Contents.Table;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/** Copies all tables out of the database in one transaction that sees one moment and cannot write. */
public final class Unloading {

    private final Connection connection;
    private final ZipOutputStream zip;
    private final BackupProgress progress;

    public Unloading(Connection connection, ZipOutputStream zip, BackupProgress progress) {
        this.connection = connection;
        this.zip = zip;
        this.progress = progress;
    }

    /** Each table into a file of its own. */
    public Contents everything(Instant at) throws IOException, SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            Catalogue catalogue = new Catalogue(connection);
            List<Table> tables = catalogue.tables();
            List<Table> written = new ArrayList<>();
            for (Table table : tables) {
                written.add(write(table));
                progress.tables(written.size(), tables.size());
            }
            // Counters do not belong to a transaction: read last, they are never behind the rows.
            return new Contents(Contents.FORMAT, catalogue.schema(), at, written, catalogue.sequences());
        } finally {
            connection.rollback();
        }
    }

    private Table write(Table table) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.file()));
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from %s) to stdout"
                                .formatted(Catalogue.quoted(table.columns()), Catalogue.quoted(table.name())),
                        zip);
        zip.closeEntry();
        return table.with(rows);
    }
}
