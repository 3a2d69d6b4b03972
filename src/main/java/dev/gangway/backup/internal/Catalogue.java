package dev.gangway.backup.internal;

import dev.gangway.backup.internal.Contents.Sequence;
import dev.gangway.backup.internal.Contents.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the database says of its own tables; only of the schema that the connection is in. */
final class Catalogue {

    /** Kept by the migrations, which are run and not copied. */
    private static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /** Whether there is nothing but what an extension brings: no table, view, sequence, function or type. */
    boolean isEmpty() throws SQLException {
        return rows("""
                with things as (
                    select oid from pg_class
                    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f', 'c')
                    union all
                    select oid from pg_proc where pronamespace = current_schema()::regnamespace
                    union all
                    select oid from pg_type
                    where typnamespace = current_schema()::regnamespace and typtype in ('e', 'd', 'r'))
                select oid from things
                where not exists (select from pg_depend d where d.objid = things.oid and d.deptype = 'e')
                limit 1
                """).isEmpty();
    }

    /** The version that the last migration made. */
    String schema() throws SQLException {
        return rows("""
                select version from flyway_schema_history where success and version is not null
                order by installed_rank desc limit 1
                """).getFirst().getFirst();
    }

    /** All tables with the columns that are stored, none counted yet. */
    List<Table> tables() throws SQLException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (List<String> row : rows("""
                select c.relname, a.attname
                from pg_class c
                         join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not in ('%s', '%s')
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by c.relname, a.attnum
                """.formatted(HISTORY, RestoreMark.TABLE))) {
            columns.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(row.get(1));
        }
        return columns.entrySet().stream()
                .map(table -> new Table(table.getKey(), table.getValue(), 0))
                .toList();
    }

    List<Sequence> sequences() throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (List<String> row : rows("""
                select sequencename, last_value::text from pg_sequences
                where schemaname = current_schema() order by sequencename
                """)) {
            @Nullable String last = row.get(1);
            sequences.add(new Sequence(row.get(0), last == null ? null : Long.valueOf(last)));
        }
        return sequences;
    }

    /**
     * A constraint between tables.
     *
     * @param table its table, quoted
     * @param name quoted
     * @param definition what makes it
     */
    record ForeignKey(String table, String name, String definition) {}

    List<ForeignKey> foreignKeys() throws SQLException {
        return rows("""
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
                from pg_constraint
                where contype = 'f' and connamespace = current_schema()::regnamespace
                order by conrelid::regclass::text, conname
                """).stream()
                .map(row -> new ForeignKey(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Catalogue::quoted).toList());
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
