package dev.gangway.wizard.ui;

/**
 * One line of the progress list.
 *
 * @param title its heading in the reader's language
 * @param state what became of it
 * @param here whether it is the one on the page
 * @param address where it is opened
 */
public record ProgressStep(String title, State state, boolean here, String address) {

    /** What became of a step, as the list says it. */
    public enum State {
        /** Submitted. */
        COMPLETED,
        /** Passed over. */
        SKIPPED,
        /** To be done next. */
        OPEN,
        /** Not reached yet. */
        LOCKED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
