package dev.gangway.login.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0|Edge|Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15|Safari|macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1|Safari|iPhone",
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36|Chrome|Android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux"
            })
    void programAndSystemAreNamed(String userAgent, String program, String system) {
        assertThat(Device.of(userAgent).args()).containsExactly(program, system);
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknown() {
        assertThat(Device.of(null).key()).isEqualTo("account.device.unknown");
        assertThat(Device.of("<script>alert(1)</script>").key()).isEqualTo("account.device.unknown");
        assertThat(Device.of("curl/8.5.0").args()).containsExactly("curl");
    }
}
