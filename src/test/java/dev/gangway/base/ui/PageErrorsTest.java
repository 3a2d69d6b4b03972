package dev.gangway.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.EOFException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;

@ExtendWith(OutputCaptureExtension.class)
class PageErrorsTest {

    private final PageErrors errors = new PageErrors();

    @Test
    void aBrowserThatDidNotWaitForItsAnswerIsNoFault(CapturedOutput output) {
        errors.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));

        assertThat(output).doesNotContain("A page failed", "Broken pipe");
    }

    @Test
    void aDatabaseThatWentAwayIsOne(CapturedOutput output) {
        errors.error(new ErrorEvent(new DataAccessResourceFailureException("away", new EOFException())));

        assertThat(output).contains("A page failed");
    }
}
