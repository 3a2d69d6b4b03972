package dev.gangway.account.internal;

import dev.gangway.account.Account;
import dev.gangway.account.SignOn;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes accounts of an identity provider; whoever decides on one holds the lock of its row. */
@Repository
public class SignedOnAccountStore {

    private final JdbcClient jdbc;

    SignedOnAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What decides on a log-in, locked until the end of the transaction. */
    public Optional<Found> lock(UserId id) {
        return jdbc.sql("""
                        select issuer, enabled, password_hash is not null as has_password, signed_on_at
                        from accounts where id = :id for update
                        """)
                .param("id", id.value())
                .query((row, number) -> new Found(
                        row.getString("issuer"),
                        row.getBoolean("enabled"),
                        row.getBoolean("has_password"),
                        moment(row)))
                .optional();
    }

    /** Makes the account; false where its id or the name is taken. */
    public boolean insert(SignOn signOn, String username, Set<Role> roles, Instant now) {
        return jdbc.sql("""
                        with made as (
                            insert into accounts (id, username, email, issuer, roles_by_issuer, signed_on_at,
                                                  created_at, updated_at)
                            values (:id, :name, :email, :issuer, :by_issuer, :issued, :now, :now)
                            on conflict do nothing
                            returning id),
                        roles as (insert into account_roles (user_id, role)
                                  select made.id, role from made cross join unnest(:roles) role)
                        select id from made
                        """)
                .param("id", signOn.userId().value())
                .param("name", username)
                .param("email", signOn.email())
                .param("issuer", signOn.issuer())
                .param("by_issuer", signOn.roles() != null)
                .param("issued", utc(signOn.issuedAt()))
                .param("now", utc(now))
                .param("roles", names(roles))
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Brings address and roles up to date, and makes the account the issuer's; its version counts real changes only.
     *
     * @return whether the account lost a role
     */
    public boolean refresh(SignOn signOn, Instant now) {
        Set<Role> roles = signOn.roles();
        boolean taken = roles != null && removeOtherRoles(signOn.userId(), roles);
        boolean otherRoles = (roles != null && addRoles(signOn.userId(), roles)) || taken;
        jdbc.sql("""
                        update accounts
                        set version = version + case when :other_roles or :now_issuer is distinct from issuer
                                                       or (cast(:email as text) is not null and :email is distinct from email)
                                                       or roles_by_issuer <> :by_issuer then 1 else 0 end,
                            updated_at = case when :other_roles
                                                or (cast(:email as text) is not null and :email is distinct from email)
                                              then :now else updated_at end,
                            email = coalesce(:email, email), issuer = :now_issuer, roles_by_issuer = :by_issuer,
                            signed_on_at = :issued
                        where id = :id
                        """)
                .param("id", signOn.userId().value())
                .param("other_roles", otherRoles)
                .param("now_issuer", signOn.issuer())
                .param("email", signOn.email())
                .param("by_issuer", roles != null)
                .param("issued", utc(signOn.issuedAt()))
                .param("now", utc(now))
                .update();
        return taken;
    }

    /** The account as it is now. */
    public Account read(UserId id) {
        return jdbc.sql("""
                        select id, username, email, enabled, password_hash is not null as has_password,
                               array(select r.role from account_roles r where r.user_id = a.id) as roles
                        from accounts a where id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new Account(
                        new UserId(row.getString("id")),
                        row.getString("username"),
                        row.getString("email"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        row.getBoolean("enabled"),
                        row.getBoolean("has_password")))
                .single();
    }

    private boolean removeOtherRoles(UserId id, Set<Role> roles) {
        return jdbc.sql("delete from account_roles where user_id = :id and role <> all(:roles)")
                        .param("id", id.value())
                        .param("roles", names(roles))
                        .update()
                > 0;
    }

    private boolean addRoles(UserId id, Set<Role> roles) {
        return jdbc.sql("""
                        insert into account_roles (user_id, role) select :id, role from unnest(:roles) role
                        on conflict do nothing
                        """)
                        .param("id", id.value())
                        .param("roles", names(roles))
                        .update()
                > 0;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant moment(ResultSet row) throws SQLException {
        OffsetDateTime moment = row.getObject("signed_on_at", OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * What decides on a log-in.
     *
     * @param issuer whose account it is, or null
     * @param enabled whether it may log in
     * @param hasPassword whether it is one of our own with a password
     * @param signedOnAt when the newest token that was seen was issued, or null
     */
    public record Found(
            @Nullable String issuer,
            boolean enabled,
            boolean hasPassword,
            @Nullable Instant signedOnAt) {}
}
