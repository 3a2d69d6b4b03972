package dev.gangway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LivePropertiesTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    @Test
    void aWrongAddressIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> new LiveProperties("postgres://ada:hunter2@db/gangway", null, null, HEARTBEAT))
                .hasMessageContaining("gangway.live.url", "postgres://db/gangway")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void noneOfItsSecretsIsShown() {
        String address = "jdbc:postgresql://db/gangway?password=hunter2";

        assertThat(new LiveProperties(address, "ada", "hunter3", HEARTBEAT).toString())
                .contains("jdbc:postgresql://db/gangway", "ada")
                .doesNotContain("hunter");
        assertThat(new LiveProperties(null, null, null, HEARTBEAT))
                .hasToString("LiveProperties[url=null, username=null, heartbeat=PT30S]");
    }
}
