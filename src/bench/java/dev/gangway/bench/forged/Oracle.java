package dev.gangway.bench.forged;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says by the database what came of forged messages that must not. */
final class Oracle {

    /** Who may change what is theirs: senders of whom more than idle messages come. */
    private final String free;

    /** What trainers and students of the senders may change of their own lessons, so that it is left out. */
    private final String lessons;

    private final String senders;
    private final Connection database;
    private final Map<String, Map<String, String>> before = new LinkedHashMap<>();

    Oracle(Connection database, List<Account> senders) {
        this.database = database;
        this.free = list(senders.stream().filter(sender -> !sender.isIdle()).toList());
        this.senders = list(
                senders.stream().filter(sender -> !sender.isAdministrator()).toList());
        this.lessons = "t.trainer_id = any (" + free + ") or t.student_id = any (" + free + ")";
    }

    private static String list(List<Account> accounts) {
        return accounts.stream()
                .map(account -> "'" + account.id().replace("'", "''") + "'")
                .collect(Collectors.joining(",", "array[", "]::varchar[]"));
    }

    /** Remembers how everything is that has to stay as it is. */
    void remember() throws SQLException {
        before.clear();
        for (Map.Entry<String, String> kept : kept().entrySet()) {
            before.put(kept.getKey(), rows(kept.getValue()));
        }
    }

    /** Tells what has changed that must not, and what is stored that nobody could have stored by the rules. */
    List<String> complaints() throws SQLException {
        List<String> complaints = new ArrayList<>();
        for (Map.Entry<String, String> kept : kept().entrySet()) {
            Map<String, String> was = before.getOrDefault(kept.getKey(), Map.of());
            Map<String, String> is = rows(kept.getValue());
            was.forEach((key, row) -> {
                if (!row.equals(is.get(key))) {
                    complaints.add(kept.getKey() + " " + key + " was " + row + " and is " + is.get(key));
                }
            });
            is.keySet().stream()
                    .filter(key -> !was.containsKey(key))
                    .forEach(key -> complaints.add(kept.getKey() + " has " + key + " " + is.get(key)));
        }
        for (Map.Entry<String, String> rule : rules().entrySet()) {
            rows(rule.getValue()).forEach((key, row) -> complaints.add(rule.getKey() + ": " + key + " " + row));
        }
        return complaints;
    }

    /** What must stay, by name: each a statement of keys and values. */
    private Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>();
        kept.put("account", "select id, concat_ws('|', username, email, enabled, md5(password_hash)) from accounts");
        kept.put("role", "select user_id || ' ' || role, '' from account_roles");
        kept.put(
                "wizard",
                "select id::text, concat_ws('|', name, version, archived_at, ends_at, updated_at) from wizards");
        kept.put(
                "wizard version",
                "select wizard_id || ' ' || version, concat_ws('|', status, revision, md5(content::text)) from wizard_versions"
                        // Opening the builder makes a draft, for administrators.
                        + " where status <> 'draft'");
        for (String table : List.of(
                "zones",
                "courses",
                "students",
                "course_purchases",
                "purchase_students",
                "trainer_allocations",
                "wizard_moves",
                "reconcile_applies",
                "reconcile_changes",
                "encryption_keys",
                "first_administrator_links",
                "assignment_verdicts")) {
            kept.put(table, "select md5(t::text), t::text from " + table + " t");
        }
        kept.put(
                "trainer",
                "select user_id, concat_ws('|', zone_id, latitude, longitude, capacity, active, works_from, works_to)"
                        + " from trainers");
        for (String table : List.of(
                "responses",
                "drafts",
                "session_templates",
                "api_keys",
                "website_analyses",
                "website_measurements",
                "research_preferences",
                "persona_data",
                "kblocks",
                "response_history",
                "calendar_feeds")) {
            kept.put(
                    table,
                    "select md5(t::text), t::text from " + table + " t where not t.user_id = any (" + free + ")");
        }
        kept.put(
                "wizard session",
                "select id::text, concat_ws('|', user_id, wizard_id, wizard_version, session_name, status, current_step,"
                        + " progress_percentage, steps, version, completed_at) from wizard_sessions"
                        + " where not user_id = any (" + free + ")");
        kept.put(
                "tutoring session",
                "select t.id::text, concat_ws('|', student_id, trainer_id, starts_at, status, metadata)"
                        + " from tutoring_sessions t where not coalesce(" + lessons + ", false)");
        kept.put(
                "purchase session",
                "select p.id::text, concat_ws('|', p.trainer_id, p.starts_at, p.status) from purchase_sessions p"
                        + " where not exists (select from tutoring_sessions t where t.purchase_session_id = p.id"
                        + " and (" + lessons + "))");
        kept.put(
                "reschedule",
                "select r.id::text, r::text from lesson_reschedules r join purchase_sessions p on p.id ="
                        + " r.purchase_session_id where not exists (select from tutoring_sessions t"
                        + " where t.purchase_session_id = p.id and (" + lessons + "))");
        return kept;
    }

    /** What nobody may bring about, by name: each a statement of who did and what. */
    private Map<String, String> rules() {
        Map<String, String> rules = new TreeMap<>();
        rules.put(
                "an administrator's deed of somebody who is none",
                "select id::text, action from audit_entries where actor_id = any (" + senders + ") and action not in"
                        + " ('personal_data.exported', 'personal_data.erased', 'training.lesson_moved')");
        rules.put(
                "a draft of a wizard by somebody who is no administrator",
                "select wizard_id || ' ' || version, created_by from wizard_versions where created_by = any (" + senders
                        + ")");
        rules.put(
                "an administrator's deed by an idle message",
                "select e.id::text, action from audit_entries e where actor_id like 'forged-admin%' and action not in"
                        + " ('wizard_session.read', 'wizard.draft_begun')");
        rules.put("a step that is done before an earlier one", """
                select ws.id || ' ' || (step.value ->> 'key'), ws.steps::text
                from wizard_sessions ws
                join wizard_versions v on v.wizard_id = ws.wizard_id and v.version = ws.wizard_version
                cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality as step (value, place)
                where not step.value ? 'show_if'
                  and coalesce(ws.steps -> (step.value ->> 'key') ->> 'state', '') not in ('completed', 'skipped')
                  and exists (select from jsonb_array_elements(v.content -> 'steps') with ordinality as later (value, place)
                              where later.place > step.place
                                and ws.steps -> (later.value ->> 'key') ->> 'state' in ('completed', 'skipped'))""");
        rules.put("a required step that is skipped", """
                select ws.id || ' ' || (step.value ->> 'key'), ws.steps::text
                from wizard_sessions ws
                join wizard_versions v on v.wizard_id = ws.wizard_id and v.version = ws.wizard_version
                cross join lateral jsonb_array_elements(v.content -> 'steps') as step (value)
                where step.value ->> 'required' = 'true' and ws.steps -> (step.value ->> 'key') ->> 'state' = 'skipped'""");
        rules.put("a completed step without its required answers", """
                select ws.id || ' ' || (step.value ->> 'key') || ' ' || (field.value ->> 'key'), r.data::text
                from wizard_sessions ws
                join wizards w on w.id = ws.wizard_id and w.key is null
                join wizard_versions v on v.wizard_id = ws.wizard_id and v.version = ws.wizard_version
                cross join lateral jsonb_array_elements(v.content -> 'steps') as step (value)
                cross join lateral jsonb_array_elements(step.value -> 'fields') as field (value)
                left join responses r on r.wizard_session_id = ws.id and r.step_key = step.value ->> 'key'
                where ws.steps -> (step.value ->> 'key') ->> 'state' = 'completed'
                  and field.value ->> 'required' = 'true' and not field.value ? 'show_if'
                  and coalesce(jsonb_typeof(r.data -> (field.value ->> 'key')), 'null') = 'null'""");
        rules.put("a completed step of the onboarding without its data", """
                select ws.id || ' ' || step, ws.steps::text
                from wizard_sessions ws
                join wizards w on w.id = ws.wizard_id and w.key = 'onboarding'
                cross join unnest(array['api_keys', 'website', 'research', 'persona', 'first_declaration']) step
                where ws.steps -> step ->> 'state' = 'completed'
                  and not case step
                      when 'api_keys' then exists (select from api_keys k where k.wizard_session_id = ws.id)
                      when 'website' then exists (select from website_analyses a where a.wizard_session_id = ws.id
                          and (a.website_url <> '' or (a.no_website and a.business_description <> '')))
                      when 'research' then exists (select from research_preferences p where p.wizard_session_id = ws.id)
                      when 'persona' then exists (select from persona_data p where p.wizard_session_id = ws.id)
                      else exists (select from kblocks b where b.wizard_session_id = ws.id) end""");
        rules.put("a completed wizard session without its last step", """
                select ws.id::text, ws.steps::text from wizard_sessions ws
                join wizard_versions v on v.wizard_id = ws.wizard_id and v.version = ws.wizard_version
                cross join lateral (select v.content -> 'steps' -> -1 as last) l
                where ws.status = 'completed' and not l.last ? 'show_if'
                  and ws.steps -> (l.last ->> 'key') ->> 'state' not in ('completed', 'skipped')
                  and ws.wizard_id <> '01890000-0000-7000-8000-000000000001'""");
        return rules;
    }

    private Map<String, String> rows(String sql) throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet found = select.executeQuery(sql)) {
            Map<String, String> rows = new LinkedHashMap<>();
            while (found.next()) {
                rows.put(found.getString(1), String.valueOf(found.getString(2)));
            }
            return rows;
        }
    }
}
