package dev.gangway.base;

/** Text of one line, as names and ids are. */
public final class OneLine {

    private OneLine() {}

    /** Whether all of it can be stored and shown: no control characters, and no half of a character, which would become a question mark. */
    public static boolean isOne(String text) {
        return text.codePoints()
                .noneMatch(each -> Character.isISOControl(each) || Character.getType(each) == Character.SURROGATE);
    }
}
