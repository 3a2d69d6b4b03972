package dev.gangway.database;

import dev.gangway.base.DatabaseAddress;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one block that a start found no database to work with, at which address, and what to look at. */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String ADDRESS = "spring.datasource.url";

    /** Beginnings of SQL states: no connection, refused, no such database, too many connections, starting or stopping. */
    private static final String[] UNREACHABLE = {"08", "28", "3D", "53300", "57P"};

    private final Environment environment;

    UnreachableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException problem) {
        String state = problem.getSQLState();
        if (state == null || Stream.of(UNREACHABLE).noneMatch(state::startsWith)) {
            return null;
        }
        DatabaseAddress address = new DatabaseAddress(environment.getProperty(ADDRESS, "the embedded database"));
        return new FailureAnalysis(
                "The database cannot be used: " + address + System.lineSeparator() + "    " + problem.getMessage(),
                "See that it runs and that SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD are right, and start again.",
                failure);
    }
}
