package dev.gangway.base.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

class SecretTextTest {

    private static final String KEY = "sk-ant-0123456789abcdef1a2b";

    private final ObjectMapper json = JsonMapper.builder().build();

    @Test
    void theLastFourCharactersOfALongSecretAreShown() {
        assertThat(new SecretText(KEY).masked()).isEqualTo("••••1a2b");
        assertThat(new SecretText(KEY)).hasToString("••••1a2b");
    }

    @Test
    void nothingOfAShortSecretIsShown() {
        assertThat(new SecretText("elevenchars").masked()).isEqualTo("••••");
        assertThat(new SecretText("twelve-chars").masked()).isEqualTo("••••hars");
    }

    @Test
    void jsonTakesTheSecretInAndGivesItOutMasked() {
        SecretText read = json.readValue('"' + KEY + '"', SecretText.class);

        assertThat(read.reveal()).isEqualTo(KEY);
        assertThat(json.writeValueAsString(read)).isEqualTo("\"••••1a2b\"");
    }
}
