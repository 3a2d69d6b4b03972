package dev.gangway.wizard.statistics;

/**
 * What people had to mend about a field.
 *
 * @param label as the newest version with the field has it; the key where no version has it
 * @param validationErrors how often a Next was refused because of it
 * @param refused wizard sessions in which that happened
 * @param stoppedHere wizard sessions that stand at its step, not completed, since a refusal that named it
 */
public record FieldFigures(
        String step, String field, String label, long validationErrors, long refused, long stoppedHere) {}
