package dev.gangway.base.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.databind.json.JsonMapper;

@GangwayTest
class JsonBuffersTest {

    private static final String KEY = "sk-refused-4711";

    @Autowired
    private JsonMapper json;

    @Test
    void whatWasReadIsInNoBufferForTheNextReading() {
        assertThat(json.readTree("{\"key\":\"" + KEY + "\"}").path("key").asString())
                .isEqualTo(KEY);

        BufferRecycler next = json.tokenStreamFactory()._getBufferRecycler();

        assertThat(new String(next.allocCharBuffer(BufferRecycler.CHAR_TOKEN_BUFFER)))
                .doesNotContain(KEY);
        assertThat(new String(next.allocCharBuffer(BufferRecycler.CHAR_TEXT_BUFFER)))
                .doesNotContain(KEY);
    }
}
