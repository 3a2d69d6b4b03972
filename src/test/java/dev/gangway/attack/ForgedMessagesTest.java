package dev.gangway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.bench.forged.ForgedMessages;
import java.net.URI;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Some of the messages that {@code -Dbench=forged} sends a million of. */
@GangwayTest
class ForgedMessagesTest {

    private static final int MESSAGES = 3_000;
    private static final int BATCH = 1_500;

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Test
    void nothingComesOfMessagesThatNoPageOfOursSends() throws Exception {
        try (Connection connection = database.getConnection()) {
            ForgedMessages forged = new ForgedMessages(URI.create("http://127.0.0.1:" + port), connection);

            forged.send(MESSAGES, BATCH, 20_261_127, sent -> {});

            assertThat(forged.findings()).isEmpty();
            assertThat(forged.answered()).isGreaterThan(MESSAGES / 4);
            assertThat(forged.counts()).hasSize(22);
        }
    }
}
