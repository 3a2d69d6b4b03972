package dev.gangway.database.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.beans.factory.ObjectProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code migrate}: brings the tables up to this version and does nothing else, so that it can be run by the account that owns
 * them, and servers by one that may only change rows.
 */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the tables of the database up to this version. For where servers work with"
                + " spring.flyway.enabled=false, as an account that may only change rows.")
public class MigrateDatabase implements Callable<Integer> {

    private final ObjectProvider<Flyway> flyway;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    public MigrateDatabase(ObjectProvider<Flyway> flyway) {
        this.flyway = flyway;
    }

    /** The tables are there once Spring has started, which it has. */
    @Override
    public Integer call() {
        Flyway migrations = flyway.getIfAvailable();
        if (migrations == null) {
            spec.commandLine().getErr().println("spring.flyway.enabled is false, so nothing was done");
            return 1;
        }
        String version = Optional.ofNullable(migrations.info().current())
                .map(MigrationInfo::getVersion)
                .map(Object::toString)
                .orElse("none");
        spec.commandLine().getOut().println("The tables are at version " + version);
        return 0;
    }
}
