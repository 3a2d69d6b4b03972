package dev.gangway.training.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A question to the database that is not asked yet, so that it can be sent with another.
 *
 * @param sql with named parameters
 * @param answer reads all rows
 */
record Query<T extends @Nullable Object>(String sql, MapSqlParameterSource parameters, ResultSetExtractor<T> answer) {}
