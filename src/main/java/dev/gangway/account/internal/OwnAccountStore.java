package dev.gangway.account.internal;

import dev.gangway.account.PageChoice;
import dev.gangway.base.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what concerns the owner of an account alone, past its version: for administrators nothing has changed. */
@Repository
public class OwnAccountStore {

    private final JdbcClient jdbc;

    OwnAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the password is stored of an account that may log in by it, held until the end of the transaction. */
    public Optional<String> holdPassword(UserId user) {
        return jdbc.sql("""
                        select password_hash from accounts
                        where id = :user and enabled and password_hash is not null for no key update
                        """).param("user", user.value()).query(String.class).optional();
    }

    /** Keeps what the owner chose; false where there is no such account. */
    public boolean prefer(UserId user, PageChoice choice) {
        return jdbc.sql("update accounts set language = :language, appearance = :appearance where id = :user")
                        .param("user", user.value())
                        .param("language", choice.language())
                        .param("appearance", choice.appearance())
                        .update()
                > 0;
    }

    /** Stores the same password hashed in another way; false where another one is stored meanwhile. */
    public boolean rehash(UserId user, String hash, String renewed) {
        return jdbc.sql("update accounts set password_hash = :renewed where id = :user and password_hash = :hash")
                        .param("user", user.value())
                        .param("hash", hash)
                        .param("renewed", renewed)
                        .update()
                > 0;
    }
}
