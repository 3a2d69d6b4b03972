package dev.gangway.account.internal;

import dev.gangway.account.Account;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountFilter;
import dev.gangway.account.AccountPosition;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.LikePattern;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and writes accounts for administrators. */
@Repository
public class ManagedAccountStore {

    /** Shorter texts have no trigram, so that an index could not find them in the middle of a word. */
    private static final int SHORTEST_INSIDE = 3;

    private static final String COLUMNS = """
            select a.id, a.username, a.email, a.enabled, a.password_hash is not null as has_password, a.issuer,
                   a.roles_by_issuer, a.version, lower(a.username) as sort_key, a.created_at, a.updated_at,
                   array(select r.role from account_roles r where r.user_id = a.id) as roles
            from accounts a
            """;

    private final JdbcClient jdbc;

    ManagedAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account. */
    public Optional<ManagedAccount> find(UserId id) {
        return jdbc.sql(COLUMNS + "where a.id = :id")
                .param("id", id.value())
                .query((row, number) -> account(row))
                .optional();
    }

    /** The account, held until the end of the transaction. */
    public Optional<ManagedAccount> hold(UserId id) {
        Optional<String> held = jdbc.sql("select id from accounts where id = :id for no key update")
                .param("id", id.value())
                .query(String.class)
                .optional();
        return held.isEmpty() ? Optional.empty() : find(id); // read after the wait
    }

    /** Accounts in the order of their names, of those whose names begin so. */
    public List<ManagedAccount> page(AccountFilter filter, @Nullable AccountPosition after, int limit) {
        String further = after == null ? "" : " and (lower(a.username) collate \"C\", a.id) > (:name, :id)";
        JdbcClient.StatementSpec query = jdbc.sql(
                        COLUMNS + "where lower(a.username) collate \"C\" like :pattern" + narrowed(filter, "a")
                                + further + " order by lower(a.username) collate \"C\", a.id limit :limit")
                .param("pattern", LikePattern.beginning(filter.text()))
                .param("role", name(filter.role()))
                .param("limit", limit);
        if (after != null) {
            query = query.param("name", after.sortKey()).param("id", after.id().value());
        }
        return query.query((row, number) -> account(row)).list();
    }

    /**
     * Accounts whose name, address or id holds the text elsewhere than at the beginning of the name; some of them where
     * there are more, because only those who have all of them could tell which come first.
     */
    public List<ManagedAccount> containing(AccountFilter filter, int most) {
        String text = filter.text();
        if (text.codePointCount(0, text.length()) < SHORTEST_INSIDE) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + """
                        where a.id in (select b.id from accounts b
                                       where lower(b.username || ' ' || coalesce(b.email, '') || ' ' || b.id) like :inside
                                         and lower(b.username) collate "C" not like :beginning
                        """ + narrowed(filter, "b") + """
                                       limit :most)
                        order by lower(a.username) collate "C", a.id
                        """)
                .param("role", name(filter.role()))
                .param("inside", LikePattern.inside(text))
                .param("beginning", LikePattern.beginning(text))
                .param("most", most)
                .query((row, number) -> account(row))
                .list();
    }

    /** Only what is asked for is in the text, so that each question gets its own plan. */
    private static String narrowed(AccountFilter filter, String accounts) {
        String role = filter.role() == null
                ? ""
                : " and exists (select from account_roles h where h.user_id = " + accounts + ".id and h.role = :role"
                        + (filter.role() == Role.USER ? ")" : " and h.role <> 'USER')");
        String state = switch (filter.state()) {
            case null -> "";
            case ENABLED -> " and " + accounts + ".enabled";
            case DISABLED -> " and not " + accounts + ".enabled";
        };
        return role + state;
    }

    private static @Nullable String name(@Nullable Role role) {
        return role == null ? null : role.name();
    }

    /** Whether another account has the name. */
    public boolean isTaken(String username, UserId by) {
        return jdbc.sql("select exists (select from accounts where lower(username) = lower(:name) and id <> :id)")
                .param("name", username)
                .param("id", by.value())
                .query(Boolean.class)
                .single();
    }

    /** Makes an account; false where the id or the name was taken at the same moment. */
    public boolean insert(UserId id, AccountChange values, @Nullable String passwordHash, Instant now) {
        int made = jdbc.sql("""
                        insert into accounts (id, username, email, enabled, password_hash, created_at, updated_at)
                        values (:id, :name, :email, :enabled, :hash, :now, :now)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("name", values.username())
                .param("email", values.email())
                .param("enabled", values.enabled())
                .param("hash", passwordHash)
                .param("now", utc(now))
                .update();
        if (made > 0) {
            replaceRoles(id, values);
        }
        return made > 0;
    }

    /** Changes an account that is held. */
    public void update(UserId id, AccountChange values, @Nullable String passwordHash, Instant now) {
        jdbc.sql("""
                        update accounts
                        set username = :name, email = :email, enabled = :enabled,
                            password_hash = coalesce(:hash, password_hash),
                            version = version + 1, updated_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("name", values.username())
                .param("email", values.email())
                .param("enabled", values.enabled())
                .param("hash", passwordHash)
                .param("now", utc(now))
                .update();
        replaceRoles(id, values);
    }

    private void replaceRoles(UserId id, AccountChange values) {
        String[] roles = values.roles().stream().map(Role::name).toArray(String[]::new);
        jdbc.sql("delete from account_roles where user_id = :id and role <> all(:roles)")
                .param("id", id.value())
                .param("roles", roles)
                .update();
        jdbc.sql("""
                        insert into account_roles (user_id, role) select :id, role from unnest(:roles) role
                        on conflict do nothing
                        """).param("id", id.value()).param("roles", roles).update();
    }

    private static ManagedAccount account(ResultSet row) throws SQLException {
        return new ManagedAccount(
                new Account(
                        new UserId(row.getString("id")),
                        row.getString("username"),
                        row.getString("email"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        row.getBoolean("enabled"),
                        row.getBoolean("has_password")),
                row.getString("issuer"),
                row.getBoolean("roles_by_issuer"),
                row.getInt("version"),
                row.getString("sort_key"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
