package dev.gangway.base.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

@GangwayTest
class WrittenMomentsTest {

    @Autowired
    private JsonMapper json;

    @Test
    void aMomentIsReadAsItIsWritten() {
        Instant moment = Instant.parse("2026-11-21T09:30:00.5Z");

        assertThat(json.readValue(json.writeValueAsString(moment), Instant.class))
                .isEqualTo(moment);
        assertThat(json.readValue("\"2026-11-21T10:30:00.5+01:00\"", Instant.class))
                .isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "4102444800.5", "true", "{}", "\"5\"", "\"\"", "\"2026-11-21\"", "\"soon\""})
    void nothingElseIsAMoment(String other) {
        assertThatThrownBy(() -> json.readValue(other, Instant.class)).isInstanceOf(MismatchedInputException.class);
    }
}
