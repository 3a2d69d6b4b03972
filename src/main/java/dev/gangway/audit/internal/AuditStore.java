package dev.gangway.audit.internal;

import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditInsert;
import dev.gangway.base.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds and reads entries, one round trip for each call. */
@Repository
public class AuditStore {

    private static final TypeReference<Map<String, JsonNode>> VALUES = new TypeReference<>() {};
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String INSERT = """
            insert into audit_entries (id, at, actor_id, action, user_id, details, personal)
            select e.id, :auditAt, e.actor, e.action, e.user_id, e.details, e.personal
            from unnest(cast(:auditIds as uuid[]), :auditActors, :auditActions, :auditUsers, cast(:auditDetails as jsonb[]),
                    cast(:auditPersonal as jsonb[])) e (id, actor, action, user_id, details, personal)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An event that is going to be an entry. */
    public record NewEntry(UUID id, AuditEvent event) {}

    /** Adds entries. */
    public void insert(Instant at, List<NewEntry> entries) {
        jdbc.sql(INSERT).params(parameters(at, entries)).update();
    }

    /** What adds entries as a part of another statement, where one of its parts has a row. */
    public AuditInsert inserting(Instant at, List<NewEntry> entries, String part) {
        return new AuditInsert(INSERT + " where exists (select from " + part + ")", parameters(at, entries));
    }

    private Map<String, Object> parameters(Instant at, List<NewEntry> entries) {
        return Map.of(
                "auditAt", Timestamp.from(at),
                "auditIds", texts(entries, NewEntry::id),
                "auditActors", texts(entries, entry -> value(entry.event().actor())),
                "auditActions", texts(entries, entry -> entry.event().action()),
                "auditUsers", texts(entries, entry -> value(entry.event().user())),
                "auditDetails", texts(entries, entry -> json(entry.event().details())),
                "auditPersonal", texts(entries, entry -> personal(entry.event())));
    }

    private static @Nullable String[] texts(List<NewEntry> entries, Function<NewEntry, @Nullable Object> value) {
        return entries.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }

    private @Nullable String personal(AuditEvent event) {
        return event.personal().isEmpty() ? null : json(event.personal());
    }

    private String json(Map<String, Object> values) {
        return json.writeValueAsString(values);
    }

    /** Entries before an id, newest first. */
    public List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int limit) {
        UserId account = filter.account();
        String narrowed = (account == null ? "" : " and (e.user_id = :account or e.actor_id = :account)")
                + (filter.actions().isEmpty() ? "" : " and e.action like :actions");
        return jdbc.sql("""
                        select e.id, e.at, e.actor_id, e.action, e.user_id, e.details, e.personal,
                               actor.username as actor_name, owner.username as user_name
                        from audit_entries e
                        left join accounts actor on actor.id = e.actor_id
                        left join accounts owner on owner.id = e.user_id
                        where e.id < :before""" + narrowed + " order by e.id desc limit :limit")
                .param("before", before == null ? AFTER_ALL : before)
                .param("account", value(account))
                .param("actions", filter.actions().replace("_", "\\_") + "%")
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                person(row.getString("actor_id"), row.getString("actor_name")),
                row.getString("action"),
                person(row.getString("user_id"), row.getString("user_name")),
                values(row.getString("details")),
                values(row.getString("personal")));
    }

    private Map<String, JsonNode> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, VALUES);
    }

    private static AuditEntry.@Nullable Person person(@Nullable String id, @Nullable String username) {
        return id == null ? null : new AuditEntry.Person(id, username);
    }

    private static @Nullable String value(@Nullable UserId id) {
        return id == null ? null : id.value();
    }
}
