package dev.gangway.wizard.internal;

import dev.gangway.base.LikePattern;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.template.LeftOut;
import dev.gangway.wizard.template.Origin;
import dev.gangway.wizard.template.SessionTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes session templates, one round trip for each call. */
@Repository
public class TemplateStore {

    private static final TypeReference<LinkedHashMap<String, LinkedHashMap<String, JsonNode>>> ANSWERS =
            new TypeReference<>() {};
    private static final TypeReference<List<LeftOut>> LEFT_OUT = new TypeReference<>() {};
    private static final String MATCHES = """
            and (lower(name) like :text or lower(description) like :text
                 or wizard_id in (select id from wizards where lower(name) like :text))
            """;
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TemplateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores a new template. */
    public void insert(UserId userId, SessionTemplate template, Map<String, Answers> answers) {
        Map<String, Map<String, JsonNode>> nested = new LinkedHashMap<>();
        answers.forEach((step, given) -> nested.put(step, given.fields()));
        jdbc.sql("""
                        insert into session_templates (id, user_id, wizard_id, wizard_version, name, description,
                            is_public, answers, created_at)
                        values (:id, :user, :wizard, :version, :name, :description, :public, cast(:answers as jsonb), :now)
                        """)
                .param("id", template.id())
                .param("user", userId.value())
                .param("wizard", template.wizardId())
                .param("version", template.wizardVersion())
                .param("name", template.name())
                .param("description", template.description())
                .param("public", template.isPublic())
                .param("answers", json.writeValueAsString(nested))
                .param("now", Timestamp.from(template.createdAt()))
                .update();
    }

    /**
     * The account's own templates and those that are public, newest first; each half is read along its own index.
     *
     * @param text in the name, the description or the wizard's name, in any case; empty: all
     */
    public List<SessionTemplate> list(UserId userId, String text, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select t.*, w.name as wizard_name, t.user_id = :user as own
                        from (
                            (select * from session_templates
                             where user_id = :user and id < :after %1$s order by id desc limit :limit)
                            union all
                            (select * from session_templates
                             where is_public and user_id <> :user and id < :after %1$s order by id desc limit :limit)) t
                        join wizards w on w.id = t.wizard_id
                        order by t.id desc limit :limit
                        """.formatted(text.isBlank() ? "" : MATCHES))
                .param("text", LikePattern.inside(text.strip()))
                .param("user", userId.value())
                .param("after", after == null ? LAST : after)
                .param("limit", limit)
                .query(TemplateStore::template)
                .list();
    }

    /** A template that the account may use; it stays until the transaction ends, and others may use it meanwhile. */
    public Optional<Kept> hold(UserId userId, UUID id) {
        return jdbc.sql("""
                        select t.*, w.name as wizard_name, t.user_id = :user as own
                        from session_templates t join wizards w on w.id = t.wizard_id
                        where t.id = :id and (t.user_id = :user or t.is_public)
                        for key share of t
                        """)
                .param("user", userId.value())
                .param("id", id)
                .query((row, number) -> new Kept(template(row, number), answers(row.getString("answers"))))
                .optional();
    }

    /** Counts one use more, as the last thing of a transaction, so that others who count wait for no more than that. */
    public long count(UUID id) {
        return jdbc.sql("update session_templates set times_used = times_used + 1 where id = :id returning times_used")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** Keeps from which template a run was started. */
    public void remember(WizardSession run, UUID template, List<LeftOut> leftOut, Instant now) {
        jdbc.sql("""
                        insert into session_template_uses (wizard_session_id, user_id, template_id, left_out, used_at)
                        values (:run, :user, :template, cast(:leftOut as jsonb), :now)
                        """)
                .param("run", run.id().value())
                .param("user", run.userId().value())
                .param("template", template)
                .param("leftOut", json.writeValueAsString(leftOut))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Where a run came from that was started from a template. */
    public Optional<Origin> origin(UserId userId, WizardSessionId id) {
        return jdbc.sql("""
                        select u.left_out, t.name
                        from session_template_uses u left join session_templates t on t.id = u.template_id
                        where u.wizard_session_id = :id and u.user_id = :user
                        """)
                .param("id", id.value())
                .param("user", userId.value())
                .query((row, number) -> new Origin(
                        Optional.ofNullable(row.getString("name")),
                        json.readValue(row.getString("left_out"), LEFT_OUT)))
                .optional();
    }

    /** Deletes an own template. */
    public boolean delete(UserId userId, UUID id) {
        return jdbc.sql("delete from session_templates where id = :id and user_id = :user")
                        .param("id", id)
                        .param("user", userId.value())
                        .update()
                > 0;
    }

    private static SessionTemplate template(ResultSet row, int number) throws SQLException {
        return new SessionTemplate(
                row.getObject("id", UUID.class),
                row.getObject("wizard_id", UUID.class),
                row.getInt("wizard_version"),
                row.getString("wizard_name"),
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("is_public"),
                row.getBoolean("own"),
                row.getLong("times_used"),
                row.getTimestamp("created_at").toInstant());
    }

    private Map<String, Answers> answers(String stored) {
        Map<String, Answers> answers = new LinkedHashMap<>();
        json.readValue(stored, ANSWERS).forEach((step, fields) -> answers.put(step, new Answers(fields)));
        return answers;
    }

    /** A template with the answers in it, by step key. */
    public record Kept(SessionTemplate template, Map<String, Answers> answers) {}
}
