package dev.gangway.privacy;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Message;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.privacy.internal.ArchiveWriter;
import dev.gangway.privacy.internal.NamelessFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out everything that is stored about a person, all of it of one moment.
 *
 * <p>It is written to a temporary file first: nothing is held in memory, a failure is told instead of half an archive, and
 * whoever downloads slowly keeps no connection to the database.
 */
@Service
public class PersonalDataExports {

    private static final int LONGEST_SECONDS = 120;

    private final ArchiveWriter writer;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    PersonalDataExports(
            ArchiveWriter writer,
            AuditTrail trail,
            Transactions transactions,
            PlatformTransactionManager manager,
            Clock clock) {
        this.writer = writer;
        this.trail = trail;
        this.transactions = transactions;
        this.oneMoment = new TransactionTemplate(manager);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setTimeout(LONGEST_SECONDS);
        this.clock = clock;
    }

    /**
     * An archive of JSON files with the names of the API, and a README in the reader's language.
     *
     * @return to be closed by the caller
     */
    public PersonalArchive export(UserId person, Locale locale) {
        Instant now = clock.instant();
        try {
            NamelessFile file = new NamelessFile();
            try {
                write(person, locale, now, file);
                record(person);
                return new PersonalArchive(name(now), file.size(), file.in());
            } catch (RuntimeException | IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in an archive, one sentence for each file. */
    public List<Message> contents() {
        return writer.files().stream().map(PersonalFile::about).toList();
    }

    private void write(UserId person, Locale locale, Instant now, NamelessFile file) {
        oneMoment.executeWithoutResult(status -> {
            try {
                writer.write(person, locale, now, file.out());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Only once it is there to be handed out; the archive itself is of the moment before. */
    private void record(UserId person) {
        transactions.inOne(() -> {
            trail.record(AuditEvent.by(person, "personal_data.exported").about(person));
            return null;
        });
    }

    private static String name(Instant now) {
        return "gangway-" + DateTimeFormatter.ISO_LOCAL_DATE.format(now.atOffset(ZoneOffset.UTC)) + ".zip";
    }
}
