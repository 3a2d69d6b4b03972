package dev.gangway.reconcile;

import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.copy.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A second copy with a source: it costs this one class, and disagrees in every way that there is. */
@Component
@ConditionalOnProperty(name = "gangway.database.durable", havingValue = "false") // of the database that tests share
public class Ledger implements Copy {

    private static final String WRONG = """
            from ledger_sources s full join ledger_copies c on c.id = s.id
            where s.amount is distinct from c.amount
              and case when c.id is null then 'MISSING' when s.id is null then 'ORPHANED' else 'DIFFERS' end = any (:kinds)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Ledger(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        jdbc.sql("drop table if exists ledger_sources, ledger_copies").update();
        jdbc.sql("create table ledger_sources (id uuid primary key, amount int not null)")
                .update();
        jdbc.sql("create table ledger_copies (id uuid primary key, amount int not null)")
                .update();
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<String> columns() {
        return List.of("amount");
    }

    @Override
    public Tally count(Set<Kind> kinds, long exactUpTo) {
        return Tally.exactly(
                wrong("select count(*) " + WRONG, kinds).query(Long.class).single());
    }

    @Override
    public List<Disagreement> page(Set<Kind> kinds, String after, int limit) {
        return wrong(
                        "select coalesce(s.id, c.id) as id, c.amount as copied, s.amount as source " + WRONG
                                + " and coalesce(s.id, c.id) > :after order by 1 limit :limit",
                        kinds)
                .param("after", after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after))
                .param("limit", limit)
                .query((row, number) -> new Disagreement(
                        row.getString("id"), kind(row), null, amount(row, "copied"), amount(row, "source")))
                .list();
    }

    @Override
    public List<Change> mend(List<String> rows) {
        return jdbc.sql("""
                        with mine as materialized (
                            select c.id, c.amount from ledger_copies c
                            where c.id = any (cast(:rows as uuid[])) order by c.id for update),
                        wrong as materialized (
                            select coalesce(s.id, c.id) as id, c.amount as copied, s.amount as source
                            from (select * from ledger_sources where id = any (cast(:rows as uuid[]))) s
                            full join mine c on c.id = s.id
                            where s.amount is distinct from c.amount),
                        gone as (delete from ledger_copies c using wrong w where c.id = w.id and w.source is null),
                        written as (
                            insert into ledger_copies select id, source from wrong where source is not null
                            on conflict (id) do update set amount = excluded.amount)
                        select * from wrong order by id
                        """)
                .param("rows", rows.toArray(String[]::new))
                .query((row, number) ->
                        new Change(row.getString("id"), null, amount(row, "copied"), amount(row, "source")))
                .list();
    }

    @Override
    public List<String> restore(List<Change> changes) {
        return jdbc.sql("""
                        with change as materialized (
                            select h."row" as id, (h.before ->> 'amount')::int as was, (h.after ->> 'amount')::int as became
                            from jsonb_to_recordset(cast(:changes as jsonb)) as h ("row" uuid, before jsonb, after jsonb)),
                        same as materialized (
                            select h.* from change h left join ledger_copies c on c.id = h.id
                            where c.amount is not distinct from h.became),
                        gone as (delete from ledger_copies c using same w where c.id = w.id and w.was is null),
                        written as (
                            insert into ledger_copies select id, was from same where was is not null
                            on conflict (id) do update set amount = excluded.amount)
                        select id from same
                        """)
                .param("changes", json.writeValueAsString(changes))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private JdbcClient.StatementSpec wrong(String sql, Set<Kind> kinds) {
        return jdbc.sql(sql)
                .param(
                        "kinds",
                        kinds.stream()
                                .map(Enum::name)
                                .collect(Collectors.toList())
                                .toArray(String[]::new));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return value(row, "copied") == null
                ? Kind.MISSING
                : value(row, "source") == null ? Kind.ORPHANED : Kind.DIFFERS;
    }

    private static Map<String, Object> amount(ResultSet row, String column) throws SQLException {
        Integer amount = value(row, column);
        return amount == null ? Map.of() : Map.of("amount", amount);
    }

    private static @Nullable Integer value(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
