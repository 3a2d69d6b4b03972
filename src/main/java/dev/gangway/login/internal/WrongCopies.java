package dev.gangway.login.internal;

import java.util.List;

/**
 * Versions of login sessions whose copy is wrong and what each must say; held as PostgreSQL writes them, because a million
 * objects would only be handed back.
 *
 * @param mends a {@code login_session_mends} as text
 * @param first the first of them that is meant; the first of all is 1
 * @param last the last that is meant
 */
record WrongCopies(String mends, int first, int last) {

    int count() {
        return last - first + 1;
    }

    /** Both halves of more than one. */
    List<WrongCopies> halves() {
        int middle = first + count() / 2;
        return List.of(new WrongCopies(mends, first, middle - 1), new WrongCopies(mends, middle, last));
    }
}
