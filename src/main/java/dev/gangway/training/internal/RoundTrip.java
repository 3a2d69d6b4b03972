package dev.gangway.training.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Asks two questions with one round trip, the second of which needs no answer of the first: both sides would otherwise sleep
 * and wake once more, which takes longer than many a question.
 */
@Component
class RoundTrip {

    private final NamedParameterJdbcOperations jdbc;

    RoundTrip(NamedParameterJdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks one after the other; the second sees what the first did.
     *
     * @param both what is made of both answers
     * @throws IllegalArgumentException where the two mean different things by one parameter
     */
    <A extends @Nullable Object, B extends @Nullable Object, R> R of(
            Query<A> first, Query<B> second, BiFunction<A, B, R> both) {
        R answer = jdbc.execute(
                first.sql() + ";\n" + second.sql(), together(first.parameters(), second.parameters()), statement -> {
                    statement.execute();
                    A one = answer(statement, first);
                    statement.getMoreResults();
                    return both.apply(one, answer(statement, second));
                });
        if (answer == null) {
            throw new DataRetrievalFailureException("No answer");
        }
        return answer;
    }

    private static <T extends @Nullable Object> T answer(PreparedStatement statement, Query<T> query)
            throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return query.answer().extractData(rows);
        }
    }

    private static MapSqlParameterSource together(MapSqlParameterSource first, MapSqlParameterSource second) {
        second.getValues().forEach((name, value) -> {
            if (first.hasValue(name) && value != null && !value.equals(first.getValue(name))) {
                throw new IllegalArgumentException("Two parameters " + name);
            }
        });
        return new MapSqlParameterSource(first.getValues()).addValues(second.getValues());
    }
}
