package dev.gangway.onboarding.internal;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.StoredTable;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything that the tables of the onboarding hold about an account, as text. */
@Repository
public class StoredData {

    private static final int LONGEST = 200;

    private static final List<Table> TABLES = List.of(
            new Table("wizard_sessions", "*", "started_at"),
            new Table("api_keys", "provider, '••••' || last_four as key, encryption_key_id, saved_at", "provider"),
            new Table("website_analyses", "*", "wizard_session_id"),
            new Table("website_measurements", "*", "wizard_session_id"),
            new Table("research_preferences", "*", "wizard_session_id"),
            new Table("persona_data", "*", "wizard_session_id"),
            new Table("kblocks", "*", "created_at"),
            new Table("drafts", "*", "step_key"),
            new Table("response_history", "*", "version"));

    private final JdbcClient jdbc;

    StoredData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Table(String name, String columns, String order) {}

    /** What each table holds, also those that hold nothing. */
    public List<StoredTable> tables(UserId userId) {
        return TABLES.stream()
                .map(table -> new StoredTable(table.name(), rows(table, userId)))
                .toList();
    }

    private List<List<String>> rows(Table table, UserId userId) {
        return jdbc.sql("select " + table.columns() + " from " + table.name() + " where user_id = ? order by "
                        + table.order())
                .param(userId.value())
                .query((row, number) -> columns(row))
                .list();
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            texts.add(columns.getColumnLabel(i) + ": " + text(row, i));
        }
        return texts;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        String text = value == null
                ? "-"
                : row.getString(column).replaceAll("\\R", " ⏎ ").replaceAll("\\p{Cntrl}", " ");
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
