package dev.gangway.base.personal;

import dev.gangway.base.UserId;
import java.util.List;

/**
 * What a module stores about a person. Each module implements it once for its own tables; a table that names an account
 * and belongs to no file of any of them fails a test.
 *
 * <p>Most rows go with the account by their foreign key. {@link #erase} is for the rest, and for locking first what others
 * lock first: implementations are asked in their {@code @Order}.
 */
public interface PersonalData {

    /** The files that hand out what the tables hold about a person. */
    List<PersonalFile> files();

    /**
     * Erases what no foreign key to the account takes along; in the erasing transaction, before the account itself goes.
     *
     * @param person whose account is being erased
     */
    default void erase(UserId person) {}
}
