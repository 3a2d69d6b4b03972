package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewWizard;
import java.sql.Array;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which combinations of wizard, step and state there are, and the wizards of these. */
@Repository
public class GridClasses {

    private final JdbcClient jdbc;

    GridClasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every class there is, and whether the filter leaves it. */
    public List<GridClass> of(OverviewFilter filter) {
        Conditions conditions = new Conditions(filter);
        return jdbc.sql("""
                        select c.id, c.wizard_id, w.name, w.key is not null as built_in, c.step, c.state,
                               c.rows + coalesce(p.rows, 0) as rows, (%s) as matches
                        from wizard_session_classes c
                                 join wizards w on w.id = c.wizard_id
                                 left join (select class, sum(rows) as rows from wizard_session_class_changes group by class) p
                                      on p.class = c.id
                        where c.rows + coalesce(p.rows, 0) > 0
                        """.formatted(conditions.classes()))
                .params(conditions.parameters())
                .query((row, number) -> new GridClass(
                        row.getInt("id"),
                        row.getObject("wizard_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("built_in"),
                        row.getString("step"),
                        row.getInt("state"),
                        row.getLong("rows"),
                        row.getBoolean("matches")))
                .list();
    }

    /** The wizards that have or had wizard sessions, by name. */
    public List<OverviewWizard> wizards() {
        return jdbc.sql("""
                        select w.id, w.name, w.key is not null as built_in, t.keys, t.titles
                        from wizards w
                                 cross join lateral (
                                     select array_agg(s.key order by s.number, s.key) as keys,
                                            array_agg(s.title order by s.number, s.key) as titles
                                     from (select distinct on (e.step ->> 'key') e.step ->> 'key' as key,
                                                  e.step ->> 'title' as title, e.number
                                           from wizard_versions v
                                                    cross join lateral jsonb_array_elements(v.content -> 'steps')
                                                        with ordinality e (step, number)
                                           where v.wizard_id = w.id and v.status <> 'draft'
                                           order by e.step ->> 'key', v.version desc) s) t
                        where exists (select from wizard_session_classes c where c.wizard_id = w.id)
                        order by lower(w.name), w.id
                        """)
                .query((row, number) -> new OverviewWizard(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("built_in"),
                        pairs(row.getArray("keys"), row.getArray("titles"))))
                .list();
    }

    private static Map<String, String> pairs(Array keys, Array values) throws SQLException {
        String[] names = (String[]) keys.getArray();
        String[] said = (String[]) values.getArray();
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            pairs.put(names[i], said[i]);
        }
        return pairs;
    }
}
