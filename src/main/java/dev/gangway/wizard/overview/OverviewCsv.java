package dev.gangway.wizard.overview;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionOverviews;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;

/**
 * Writes the rows of the all-sessions grid as CSV (RFC 4180, UTF-8), one after the other as the database hands them out, so
 * that it needs the same memory for ten rows and ten million.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
@Service
public class OverviewCsv {

    /** One holds a connection of the pool's ten for as long as its reader's line takes, hours even; the others are for everyone else. */
    public static final int MOST_AT_ONCE = 3;

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "account",
                    "name",
                    "wizard",
                    "wizard_version",
                    "status",
                    "step",
                    "progress",
                    "started_at",
                    "last_activity_at",
                    "completed_at",
                    "total_time_seconds")
            .get();

    private final WizardSessionOverviews overviews;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    OverviewCsv(WizardSessionOverviews overviews, AuditTrail trail, Transactions transactions) {
        this.overviews = overviews;
        this.trail = trail;
        this.transactions = transactions;
    }

    /**
     * Writes all rows that the query has, in its order; that they were taken along is on record before the first is.
     *
     * <p>Leaves the stream open: closing it is what tells the reader that there are no more rows, which is not so where the
     * database fails in between.
     *
     * @return whether there was a place: {@value #MOST_AT_ONCE} exports of a replica go on at once
     * @throws UncheckedIOException where nobody reads any more
     */
    public boolean write(UserId administrator, OverviewQuery query, OutputStream out) {
        boolean isPlaced = places.tryAcquire();
        if (isPlaced) {
            try {
                writeAll(administrator, query, out);
            } finally {
                places.release();
            }
        }
        return isPlaced;
    }

    private void writeAll(UserId administrator, OverviewQuery query, OutputStream out) {
        transactions.inOne(() -> {
            trail.record(AuditEvent.by(administrator, "wizard_sessions.exported"));
            return true;
        });
        try {
            CSVPrinter csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
            overviews.each(query, row -> print(csv, row));
            csv.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void print(CSVPrinter csv, WizardSessionOverview row) {
        try {
            csv.printRecord(
                    row.id().value(),
                    harmless(row.accountName()),
                    harmless(row.name()),
                    harmless(row.wizardName()),
                    row.wizardVersion(),
                    row.status().word(),
                    harmless(row.currentStep()),
                    row.progress().toPlainString(),
                    row.startedAt(),
                    row.lastActivityAt(),
                    Objects.toString(row.completedAt(), ""),
                    Objects.toString(row.totalTimeSeconds(), ""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Numbers and times are ours and start with nothing that counts; only what people name can. */
    static String harmless(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
