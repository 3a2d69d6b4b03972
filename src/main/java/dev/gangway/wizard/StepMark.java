package dev.gangway.wizard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What statistics count of a wizard session, and what its row is found by from there (ADR 38).
 *
 * @param step the step's key
 * @param field of refusals the field's path, otherwise empty
 */
public record StepMark(Kind kind, String step, String field) {

    private static final Pattern WORD =
            Pattern.compile("(reached|submitted|skipped)/([^/]{1,100})|(refused|stopped)/([^/]{1,100})/(.{1,200})");

    /** What happened at the step. */
    public enum Kind {
        /** It left the step behind, or stands there. */
        REACHED,
        /** It went on with answers. */
        SUBMITTED,
        /** It went on without. */
        SKIPPED,
        /** A Next was refused because of the field. */
        REFUSED,
        /** It stands there, not completed, since a refusal that named the field. */
        STOPPED
    }

    /** Of a step. */
    public static StepMark of(Kind kind, String step) {
        return new StepMark(kind, step, "");
    }

    /** As {@link #word} writes it; empty for anything else. */
    public static Optional<StepMark> read(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                parts.group(1) != null
                        ? of(kind(parts.group(1)), parts.group(2))
                        : new StepMark(kind(parts.group(3)), parts.group(4), parts.group(5)));
    }

    /** As the projection has it: {@code reached/model}, {@code stopped/model/size}. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + step + (field.isEmpty() ? "" : "/" + field);
    }

    private static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
