package dev.gangway.base;

/** Text that somebody can see: letters, digits, signs; neither spaces of any kind nor marks that only steer how others are set. */
public final class VisibleText {

    private VisibleText() {}

    /** Whether nothing of it can be seen. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(each -> Character.isWhitespace(each)
                        || Character.isSpaceChar(each)
                        || Character.getType(each) == Character.FORMAT);
    }

    /** The text without what is around it; empty where nothing of it can be seen. */
    public static String strip(String text) {
        return isBlank(text) ? "" : text.strip();
    }
}
