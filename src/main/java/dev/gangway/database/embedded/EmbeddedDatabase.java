package dev.gangway.database.embedded;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The embedded database as Spring sees it: where to connect, from the first use to the end of the application. A serving
 * process owns the data alone and supervises the database; a command joins in for as long as it runs.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

    private final EmbeddedPostgres database;
    private final @Nullable UseOfData serving;
    private final @Nullable Supervisor supervisor;

    private EmbeddedDatabase(EmbeddedPostgres database, @Nullable UseOfData serving, @Nullable Supervisor supervisor) {
        this.database = database;
        this.serving = serving;
        this.supervisor = supervisor;
    }

    /**
     * For a server.
     *
     * @throws EmbeddedDatabaseException where another server has the data
     */
    static EmbeddedDatabase forServer(Home home, boolean durable) {
        UseOfData serving = UseOfData.alone(home.directory().resolve("server.lock"))
                .orElseThrow(() -> new EmbeddedDatabaseException(
                        "Another Gangway server is running on the data in %s: stop it first, or give this one another directory with GANGWAY_DATABASE_DIRECTORY"
                                .formatted(home.directory())));
        try {
            EmbeddedPostgres database = EmbeddedPostgres.open(home, durable);
            return new EmbeddedDatabase(database, serving, new Supervisor(database));
        } catch (EmbeddedDatabaseException e) {
            serving.close();
            throw e;
        }
    }

    /** For a command, while a server runs or not. */
    static EmbeddedDatabase forCommand(Home home, boolean durable) {
        return new EmbeddedDatabase(EmbeddedPostgres.open(home, durable), null, null);
    }

    @Override
    public String getUsername() {
        return Connector.USER;
    }

    @Override
    public String getPassword() {
        return database.password();
    }

    @Override
    public String getJdbcUrl() {
        return database.url();
    }

    @Override
    public void destroy() {
        if (supervisor != null) {
            supervisor.close();
        }
        database.close();
        if (serving != null) {
            serving.close();
        }
    }
}
