package dev.gangway.base.personal;

import dev.gangway.base.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the rows of a query about a person as JSON, never more than some hundred of them in memory. Column labels are the
 * names; {@code :user} is the person.
 */
@Component
public class PersonalRows {

    private static final int FETCHED = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonalRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A list with an object for each row. */
    public PersonalFile.Content list(String sql) {
        return list(sql, UnaryOperator.identity());
    }

    /** A list with an object for each row, put into another shape. */
    public PersonalFile.Content list(String sql, UnaryOperator<ObjectNode> shape) {
        return (person, out) -> {
            out.writeStartArray();
            rows(sql, person, row -> out.writePOJO(shape.apply(row)));
            out.writeEndArray();
        };
    }

    /** The object of the one row, null without one. */
    public PersonalFile.Content one(String sql) {
        return (person, out) -> {
            ObjectNode[] found = new ObjectNode[1];
            rows(sql, person, row -> found[0] = row);
            out.writePOJO(found[0]);
        };
    }

    private void rows(String sql, UserId person, Taking taking) {
        jdbc.sql(sql)
                .withFetchSize(FETCHED)
                .param("user", person.value())
                .query((ResultSet row) -> taking.take(object(row)));
    }

    private ObjectNode object(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode object = json.createObjectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean isJson = columns.getColumnTypeName(i).startsWith("json");
            String text = isJson ? row.getString(i) : null;
            object.set(columns.getColumnLabel(i), text == null ? value(row.getObject(i)) : json.readTree(text));
        }
        return object;
    }

    private JsonNode value(@Nullable Object stored) throws SQLException {
        return switch (stored) {
            case Timestamp time -> json.valueToTree(time.toInstant());
            case Array list -> json.valueToTree(plain((Object[]) list.getArray()));
            case byte[] bytes -> throw new IllegalStateException("Bytes say nothing to a person");
            case null, default -> json.valueToTree(stored);
        };
    }

    private static Object[] plain(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Timestamp time ? time.toInstant() : value)
                .toArray();
    }

    @FunctionalInterface
    private interface Taking {
        void take(ObjectNode row);
    }
}
