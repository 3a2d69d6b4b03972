package dev.gangway.onboarding.website;

/** Makes text from the web fit to store and show: no control characters, no half characters, single spaces. */
final class PlainText {

    private PlainText() {}

    /** The cleaned text, cut to a number of characters without splitting one. */
    static String of(String text, int limit) {
        StringBuilder clean = new StringBuilder();
        boolean space = false;
        int length = 0;
        for (int i = 0; i < text.length() && length < limit; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !clean.isEmpty();
            } else if (isVisible(c)) {
                if (space) {
                    clean.append(' ');
                    length++;
                    space = false;
                }
                clean.appendCodePoint(c);
                length++;
            }
        }
        return clean.toString();
    }

    static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
