package dev.gangway.onboarding.imports;

import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.imports.ImportReport.SkippedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the {@code .onboarding_progress_USER_ID.json} files of a file-based predecessor. Run again it changes nothing;
 * a step that the database has from the same time or later is left as it is.
 */
@Service
public class OnboardingImport {

    /** Files of one transaction: enough that round trips do not count, few enough to hold in memory and repeat. */
    private static final int BATCH = 500;

    private final ProgressFileParser parser;
    private final ImportBatch batch;
    private final Transactions transactions;
    private final TransactionTemplate transaction;

    OnboardingImport(
            ProgressFileParser parser, ImportBatch batch, Transactions transactions, TransactionTemplate transaction) {
        this.parser = parser;
        this.batch = batch;
        this.transactions = transactions;
        this.transaction = transaction;
    }

    /** Whether anything is kept. */
    public enum Mode {
        /** Files are taken over. */
        WRITE,
        /** Everything is tried and given up again. */
        DRY_RUN
    }

    /** Is told how many of how many files are done. */
    @FunctionalInterface
    public interface Progress {
        /** Called after each batch. */
        void done(int done, int total);
    }

    /**
     * Takes over the files of a directory.
     *
     * @throws IOException when the directory cannot be read
     */
    public ImportReport run(Path directory, Mode mode, Progress progress) throws IOException {
        ProgressDirectory source = new ProgressDirectory(directory);
        List<Path> files = source.files();
        Set<UserId> seen = new HashSet<>();
        ImportReport report = ImportReport.NONE;
        for (int from = 0; from < files.size(); from += BATCH) {
            int to = Math.min(from + BATCH, files.size());
            report = report.plus(write(source, files.subList(from, to), seen, mode));
            progress.done(to, files.size());
        }
        return report;
    }

    private ImportReport write(ProgressDirectory source, List<Path> files, Set<UserId> seen, Mode mode) {
        Map<String, ProgressFile> good = new LinkedHashMap<>();
        ImportReport report = ImportReport.NONE;
        for (Path path : files) {
            String name = printable(String.valueOf(path.getFileName()));
            try {
                ProgressFile file = parser.parse(source.read(path));
                if (!seen.add(file.userId())) {
                    throw new BadFile("an earlier file has the same user_id");
                }
                good.put(name, file);
            } catch (BadFile e) {
                report = report.plus(skipped(name, e.reason()));
            }
        }
        return good.isEmpty() ? report : report.plus(write(good, mode));
    }

    private ImportReport write(Map<String, ProgressFile> files, Mode mode) {
        try {
            return mode == Mode.DRY_RUN ? tried(files) : transactions.inOne(() -> batch.write(files));
        } catch (DataIntegrityViolationException e) {
            if (files.size() == 1) {
                return skipped(files.keySet().iterator().next(), "the database refuses what it says");
            }
            // One of them is the reason: each by itself, so that it is named and the others go in.
            ImportReport report = ImportReport.NONE;
            for (Map.Entry<String, ProgressFile> file : files.entrySet()) {
                report = report.plus(write(Map.of(file.getKey(), file.getValue()), mode));
            }
            return report;
        }
    }

    private ImportReport tried(Map<String, ProgressFile> files) {
        ImportReport report = transaction.execute(status -> {
            status.setRollbackOnly();
            return batch.write(files);
        });
        return java.util.Objects.requireNonNull(report);
    }

    private static ImportReport skipped(String name, String reason) {
        return new ImportReport(1, 0, 0, 0, 0, List.of(new SkippedFile(name, reason)));
    }

    /** A file name is the only thing of a file that is printed; a terminal must not obey it. */
    private static String printable(String name) {
        return name.codePoints()
                .collect(
                        StringBuilder::new,
                        (text, c) -> {
                            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                                text.append(String.format("\\u%04x", c));
                            } else {
                                text.appendCodePoint(c);
                            }
                        },
                        StringBuilder::append)
                .toString();
    }
}
