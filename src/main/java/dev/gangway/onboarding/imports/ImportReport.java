package dev.gangway.onboarding.imports;

import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param files how many were found
 * @param accounts how many accounts were made
 * @param imported onboardings that are new
 * @param updated onboardings that got something newer
 * @param unchanged files that say nothing new
 * @param skipped files that were not taken over
 */
public record ImportReport(
        int files, int accounts, int imported, int updated, int unchanged, List<SkippedFile> skipped) {

    /** Nothing happened yet. */
    static final ImportReport NONE = new ImportReport(0, 0, 0, 0, 0, List.of());

    public ImportReport {
        skipped = List.copyOf(skipped);
    }

    /** A file that was not taken over, and why. */
    public record SkippedFile(String name, String reason) {}

    ImportReport plus(ImportReport other) {
        return new ImportReport(
                files + other.files,
                accounts + other.accounts,
                imported + other.imported,
                updated + other.updated,
                unchanged + other.unchanged,
                java.util.stream.Stream.concat(skipped.stream(), other.skipped.stream())
                        .toList());
    }
}
