package dev.gangway.wizard;

/** What came of archiving a wizard. */
public sealed interface ArchiveOutcome {

    /** No new wizard session runs it any more. */
    record Archived(Wizard wizard) implements ArchiveOutcome {}

    /** It was never published. */
    record NotPublished() implements ArchiveOutcome {}

    /** It is archived already; nothing changed. */
    record AlreadyArchived() implements ArchiveOutcome {}

    /** It comes with the application. */
    record BuiltIn() implements ArchiveOutcome {}

    /** There is no such wizard. */
    record NotFound() implements ArchiveOutcome {}
}
