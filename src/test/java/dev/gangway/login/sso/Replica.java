package dev.gangway.login.sso;

import com.zaxxer.hikari.HikariDataSource;
import dev.gangway.GangwayApplication;
import dev.gangway.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Another server over the database of the tests, configured for itself. Who is calling is kept by Vaadin in one place of
 * the whole JVM, which the newest server takes over: while one of these runs, the tests' own is not asked anything.
 */
public final class Replica implements AutoCloseable {

    /** Where the database of this JVM's tests has its key. */
    private static final Path KEY = TestDatabase.DIRECTORY.resolveSibling("encryption.key");

    private final SecurityContextHolderStrategy before;
    private final ConfigurableApplicationContext context;

    /** Starts one with settings such as {@code gangway.sso.name=Harbour}. */
    public static Replica start(DataSource database, int port, String... settings) throws SQLException, IOException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        List<String> all = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--gangway.demo=true",
                "--spring.datasource.url=" + pool.getJdbcUrl(),
                "--spring.datasource.username=" + pool.getUsername(),
                "--spring.datasource.password=" + pool.getPassword(),
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--gangway.encryption.keys=" + Files.readString(KEY).strip(),
                "--db-scheduler.enabled=false"));
        for (String setting : settings) {
            all.add("--" + setting);
        }
        return new Replica(
                SecurityContextHolder.getContextHolderStrategy(),
                new SpringApplicationBuilder(GangwayApplication.class).run(all.toArray(String[]::new)));
    }

    private Replica(SecurityContextHolderStrategy before, ConfigurableApplicationContext context) {
        this.before = before;
        this.context = context;
    }

    public String address() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
        SecurityContextHolder.setContextHolderStrategy(before);
    }
}
