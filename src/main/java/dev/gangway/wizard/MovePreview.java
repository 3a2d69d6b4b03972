package dev.gangway.wizard;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What moving the running wizard sessions of a wizard to its published version would do, counted over all of them.
 *
 * @param version the published version
 * @param moving how many wizard sessions would be moved
 * @param answers what would become of their answers, by step and field; those left empty are not counted
 */
public record MovePreview(UUID wizardId, int version, long moving, List<Fate> answers) {

    public MovePreview {
        answers = List.copyOf(answers);
    }

    /** How many answers would be kept. */
    public long kept() {
        return answers.stream().mapToLong(Fate::kept).sum();
    }

    /** How many answers would be dropped. */
    public long dropped() {
        return answers.stream().mapToLong(Fate::dropped).sum();
    }

    /**
     * What would become of the answers of one field.
     *
     * @param kept how many the version takes
     * @param dropped how many it does not take
     * @param reasons why, none where nothing is dropped
     */
    public record Fate(String step, String field, long kept, long dropped, List<Reason> reasons) {

        public Fate {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why an answer cannot be kept. */
    public enum Reason {
        /** The version has no such field in that step. */
        GONE,
        /** The field asks for something else now. */
        OTHER_TYPE,
        /** What was chosen cannot be chosen any more. */
        OPTION_GONE;

        /** As it is told: {@code other_type}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
