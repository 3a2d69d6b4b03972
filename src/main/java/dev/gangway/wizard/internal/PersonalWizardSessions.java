package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import dev.gangway.wizard.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands out a person's wizard sessions with what was typed, what was answered and what was answered before: they go with the
 * account, also from the projection that administrators see, which holds nothing else of them. Wizards that the person wrote stay for those who run them, without their author.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PersonalWizardSessions implements PersonalData {

    private final JdbcClient jdbc;
    private final PersonalRows rows;

    PersonalWizardSessions(JdbcClient jdbc, PersonalRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of(
                        "wizards/wizard_sessions.json",
                        "personal.file.wizard_sessions",
                        rows.list("""
                                select ws.id as session_id, coalesce(w.key, w.name) as wizard, ws.wizard_version, ws.session_name, ws.status,
                                       ws.current_step, ws.progress_percentage, ws.steps, ws.version, ws.started_at,
                                       ws.last_activity_at, ws.updated_at, ws.completed_at, ws.abandoned_at,
                                       ws.total_time_seconds
                                from wizard_sessions ws join wizards w on w.id = ws.wizard_id
                                where ws.user_id = :user order by ws.started_at, ws.id
                                """),
                        "wizard_sessions",
                        "wizard_session_overview"),
                PersonalFile.of(
                        "wizards/drafts.json",
                        "personal.file.drafts",
                        rows.list("""
                                select wizard_session_id as session_id, step_key as name, data as draft, updated_at
                                from drafts where user_id = :user order by updated_at, step_key
                                """, row -> nested(row, "draft")),
                        "drafts"),
                PersonalFile.of("wizards/responses.json", "personal.file.responses", rows.list("""
                                select wizard_session_id as session_id, step_key as step_id, data, time_spent_seconds, saved_at
                                from responses where user_id = :user order by saved_at, wizard_session_id, step_key
                                """), "responses"),
                PersonalFile.of(
                        "wizards/refusals.json", "personal.file.refusals", rows.list("""
                                select wizard_session_id as session_id, step_key as step_id, field_key as field, problems, refused_at
                                from wizard_session_refusals where user_id = :user
                                order by refused_at, wizard_session_id, step_key, field_key
                                """), "wizard_session_refusals"),
                PersonalFile.of(
                        "wizards/wizard_versions.json",
                        "personal.file.wizard_versions",
                        rows.list("""
                                select v.wizard_id, w.name as wizard, v.version, v.status, v.created_at, v.published_at
                                from wizard_versions v join wizards w on w.id = v.wizard_id
                                where v.created_by = :user order by v.created_at, v.wizard_id
                                """),
                        "wizard_versions"),
                PersonalFile.of(
                        "wizards/moves_started.json", "personal.file.moves_started", rows.list("""
                                select m.id, w.name as wizard, m.version, m.state, m.started_at, m.finished_at, m.moved
                                from wizard_moves m join wizards w on w.id = m.wizard_id
                                where m.started_by = :user order by m.id
                                """), "wizard_moves"),
                PersonalFile.of(
                        "wizards/response_history.json",
                        "personal.file.response_history",
                        rows.list("""
                                select wizard_session_id as session_id, step_key as name, data, version, saved_at
                                from response_history where user_id = :user order by saved_at, step_key, version
                                """, row -> nested(row, "data")),
                        "response_history"));
    }

    /**
     * Whoever writes to a wizard session locks it before anything else: so does the erasure, so that neither waits for the
     * other in turn.
     */
    @Override
    public void erase(UserId person) {
        jdbc.sql("select id from wizard_sessions where user_id = :user order by id for update")
                .param("user", person.value())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Answers are stored by path, and told as the API tells them. */
    private static ObjectNode nested(ObjectNode row, String name) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        row.get(name).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        row.set(name, new Answers(fields).nested());
        return row;
    }
}
