package dev.gangway.account.internal;

import dev.gangway.base.security.Role;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts table. */
public interface AccountRepository extends Repository<StoredAccount, String> {

    /** By id. */
    Optional<StoredAccount> findById(String id);

    /** By the name, however it is written. */
    @Query("select a from StoredAccount a where lower(a.username) = lower(:username)")
    Optional<StoredAccount> findByName(String username);

    /** Whether any enabled account holds the role. */
    @Query("select count(a) > 0 from StoredAccount a join a.roles r where r = :role and a.enabled")
    boolean existsWithRole(Role role);

    /** Stores at once, so that a name that is taken is found here. */
    StoredAccount saveAndFlush(StoredAccount account);
}
