package dev.gangway.account;

import java.util.regex.Pattern;

/** What the e-mail address of an account may be: something before and after an {@code @}, which is all that can be told of one. */
public final class EmailAddress {

    private static final int LONGEST = 320;
    private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    private EmailAddress() {}

    /** Whether an account can have it. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
