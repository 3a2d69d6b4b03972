package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what concerns the owner of an account alone, past its version: for administrators nothing has changed. */
@Repository
public class OwnAccountStore {

    private final JdbcClient jdbc;

    OwnAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
