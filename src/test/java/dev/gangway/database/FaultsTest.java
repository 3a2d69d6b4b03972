package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestDatabase;
import dev.gangway.bench.faults.Fault;
import dev.gangway.bench.faults.MortalServer;
import dev.gangway.bench.faults.Scene;
import dev.gangway.bench.faults.Struck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of faults in short: some of each kind that needs no program of others and no rights of root. */
@GangwayTest
class FaultsTest {

    private static final int PEOPLE = 12;

    private static final List<Fault> FAULTS = List.of(
            Fault.KILL_DATABASE,
            Fault.CUT_COMMITS,
            Fault.KILL_DATABASE_PROCESS,
            Fault.CUT_ANSWERS,
            Fault.KILL_APPLICATION,
            Fault.KILL_DATABASE,
            Fault.RESTART_DATABASE,
            Fault.STOP_APPLICATION,
            Fault.KILL_DATABASE);

    @TempDir
    private Path folder;

    @Test
    void whateverIsKilledOrCutEveryAnsweredRequestIsStoredOnceAndWholeAndEverybodyGoesOnWhereTheyWere()
            throws Exception {
        MortalServer server = server();
        try (Scene scene = Scene.openThroughProxy(server, PEOPLE, 1)) {
            for (Fault fault : FAULTS) {
                Struck struck = scene.strike(fault);
                assertThat(struck.wrong()).as("after %s", fault).isEmpty();
                assertThat(struck.answered()).as("answered before %s", fault).isPositive();
            }
            aLossWouldBeNoticed(server, scene);
        }
    }

    private static void aLossWouldBeNoticed(MortalServer server, Scene scene) throws Exception {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from wizard_sessions where user_id = 'fault_3'");
        }
        assertThat(scene.strike(Fault.CUT_ANSWERS).wrong()).isNotEmpty().allMatch(words -> words.contains("fault_3"));
    }

    private MortalServer server() throws Exception {
        TestDatabase.copyProgramsTo(folder.resolve("postgres"));
        return new MortalServer(MortalServer.quickJavaOnClassPath(), folder);
    }
}
