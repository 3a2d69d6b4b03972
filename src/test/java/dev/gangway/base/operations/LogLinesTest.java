package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    private static final String FORGED = "2026-11-27T10:00:00.000Z  INFO forged";

    @Test
    void nothingThatIsLoggedCanPassForALineOfItsOwn(CapturedOutput output) {
        LoggerFactory.getLogger("lines")
                .error(
                        "A name: {}",
                        "canary\r\n" + FORGED + "\u001b[2J\u0085",
                        new IllegalStateException("canary in a failure\n" + FORGED));

        assertThat(output.getAll())
                .contains("canary", FORGED, "canary in a failure")
                .doesNotContain("canary\r", "[2J\u0085");
        assertThat(Arrays.stream(output.getAll().split("[\n\r\u0085]")))
                .noneMatch(line -> line.startsWith(FORGED))
                .anyMatch(line -> line.startsWith("    " + FORGED));
    }

    @Test
    void aLineSaysWhenWhichRequestAndWhoseItWas(CapturedOutput output) {
        MDC.put("request_id", "r-1");
        MDC.put("user_id", "user_1");
        try {
            LoggerFactory.getLogger("lines").info("told");
        } finally {
            MDC.clear();
        }

        assertThat(output.getAll())
                .containsPattern(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) +INFO .*\\[r-1\\] \\[user_1\\] .*lines .*: told");
    }
}
