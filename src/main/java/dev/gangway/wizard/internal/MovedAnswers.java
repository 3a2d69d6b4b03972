package dev.gangway.wizard.internal;

import dev.gangway.wizard.MovePreview.Fate;
import dev.gangway.wizard.MovePreview.Reason;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.SurvivingField;
import dev.gangway.wizard.definition.WizardContent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts, and drops, the answers that another version of a wizard does not take: one rule for both, in one place.
 */
@Repository
class MovedAnswers {

    private static final String SURVIVING = """
            surviving as materialized (
                select * from jsonb_to_recordset(cast(:surviving as jsonb))
                    as f(version integer, step text, field text, options jsonb))
            """;

    /** An empty answer says that the field was asked; of a choice, everything that was chosen has to be among the options. */
    private static final String SURVIVES = """
            (f.field is not null
             and (f.options is null or jsonb_typeof(a.value) = 'null' or f.options @> a.value))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MovedAnswers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What would become of the answers of every wizard session that runs on these versions. */
    List<Fate> preview(UUID wizardId, Set<Integer> versions, int target, VersionContents contents) {
        WizardContent to = contents.get(wizardId, target);
        List<Row> surviving = new ArrayList<>();
        Map<Integer, WizardContent> from = new TreeMap<>();
        for (int version : versions) {
            WizardContent content = contents.get(wizardId, version);
            from.put(version, content);
            SurvivingField.between(content, to).forEach(field -> surviving.add(Row.of(version, field)));
        }
        Map<Place, Sum> sums = new LinkedHashMap<>();
        from.values().forEach(content -> places(content).forEach(place -> sums.computeIfAbsent(place, Sum::new)));
        jdbc.sql("with " + SURVIVING + """
                        select ws.wizard_version, r.step_key, a.key as field_key,
                               count(*) filter (where %1$s) as kept, count(*) filter (where not %1$s) as dropped
                        from wizard_sessions ws
                                 join responses r on r.wizard_session_id = ws.id
                                 cross join lateral jsonb_each(r.data) a
                                 left join surviving f
                                      on f.version = ws.wizard_version and f.step = r.step_key and f.field = a.key
                        where ws.wizard_id = :wizard and ws.wizard_version <> :target
                          and ws.status in ('in_progress', 'abandoned') and jsonb_typeof(a.value) <> 'null'
                        group by ws.wizard_version, r.step_key, a.key
                        """.formatted(SURVIVES))
                .param("surviving", json.writeValueAsString(surviving))
                .param("wizard", wizardId)
                .param("target", target)
                .query(row -> {
                    Place place = new Place(row.getString("step_key"), row.getString("field_key"));
                    long dropped = row.getLong("dropped");
                    Sum sum = sums.computeIfAbsent(place, Sum::new);
                    sum.kept += row.getLong("kept");
                    sum.dropped += dropped;
                    if (dropped > 0) {
                        sum.reasons.add(place.reason(from.get(row.getInt("wizard_version")), to));
                    }
                });
        return sums.values().stream().filter(Sum::isAnything).map(Sum::fate).toList();
    }

    /**
     * Takes the answers and drafts from a wizard session that the version does not take; the answers as they were stay in the
     * history.
     *
     * @param surviving the fields whose answers it takes
     * @return by step, how many answers were kept and dropped
     */
    Map<String, Kept> drop(WizardSessionId id, List<SurvivingField> surviving) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        jdbc.sql("with " + SURVIVING + """
                        , rest as materialized (
                            select r.step_key, coalesce(jsonb_object_agg(a.key, a.value) filter (where %1$s), '{}') as data,
                                   count(*) filter (where %1$s and jsonb_typeof(a.value) <> 'null') as kept,
                                   count(*) filter (where not %1$s and jsonb_typeof(a.value) <> 'null') as dropped
                            from responses r
                                     cross join lateral jsonb_each(r.data) a
                                     left join surviving f on f.step = r.step_key and f.field = a.key
                            where r.wizard_session_id = :id
                            group by r.step_key),
                        history as (
                            insert into response_history (wizard_session_id, step_key, version, user_id, data, saved_at)
                            select r.wizard_session_id, r.step_key,
                                   coalesce(cast(ws.steps -> r.step_key ->> 'version' as bigint), ws.version),
                                   r.user_id, r.data, r.saved_at
                            from rest
                                     join responses r on r.wizard_session_id = :id and r.step_key = rest.step_key
                                     join wizard_sessions ws on ws.id = r.wizard_session_id
                            where rest.dropped > 0
                            on conflict do nothing),
                        answers as (
                            update responses r set data = rest.data from rest
                            where r.wizard_session_id = :id and r.step_key = rest.step_key and r.data <> rest.data),
                        draft_rest as materialized (
                            select d.step_key, jsonb_object_agg(a.key, a.value) filter (where %1$s) as data
                            from drafts d
                                     cross join lateral jsonb_each(d.data) a
                                     left join surviving f on f.step = d.step_key and f.field = a.key
                            where d.wizard_session_id = :id
                            group by d.step_key),
                        gone_drafts as (
                            delete from drafts d using draft_rest
                            where d.wizard_session_id = :id and d.step_key = draft_rest.step_key
                              and draft_rest.data is null),
                        reduced_drafts as (
                            update drafts d set data = draft_rest.data from draft_rest
                            where d.wizard_session_id = :id and d.step_key = draft_rest.step_key
                              and d.data <> draft_rest.data)
                        select step_key, kept, dropped from rest
                        """.formatted(SURVIVES))
                .param(
                        "surviving",
                        json.writeValueAsString(surviving.stream()
                                .map(field -> Row.of(0, field))
                                .toList()))
                .param("id", id.value())
                .query(row -> {
                    kept.put(row.getString("step_key"), new Kept(row.getLong("kept"), row.getLong("dropped")));
                });
        return kept;
    }

    private static Stream<Place> places(WizardContent content) {
        return content.steps().stream()
                .flatMap(step -> step.fields().stream().map(field -> new Place(step.key(), field.key())));
    }

    /** How many answers of a step were kept and dropped. */
    record Kept(long kept, long dropped) {}

    /** A surviving field as the statements read it. */
    private record Row(
            int version,
            String step,
            String field,
            @Nullable List<String> options) {

        static Row of(int version, SurvivingField field) {
            return new Row(version, field.step(), field.field(), field.options());
        }
    }

    private record Place(String step, String field) {

        Reason reason(@Nullable WizardContent from, WizardContent to) {
            Optional<Field> now = SurvivingField.find(to, step, field);
            if (now.isEmpty()) {
                return Reason.GONE;
            }
            Optional<Field> old = from == null ? Optional.empty() : SurvivingField.find(from, step, field);
            return old.filter(before -> SurvivingField.takes(now.get().type(), before.type()))
                            .isPresent()
                    ? Reason.OPTION_GONE
                    : Reason.OTHER_TYPE;
        }
    }

    private static final class Sum {

        private final Place place;
        private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        private long kept;
        private long dropped;

        Sum(Place place) {
            this.place = place;
        }

        boolean isAnything() {
            return kept + dropped > 0;
        }

        Fate fate() {
            return new Fate(place.step(), place.field(), kept, dropped, List.copyOf(reasons));
        }
    }
}
