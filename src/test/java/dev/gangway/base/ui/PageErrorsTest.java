package dev.gangway.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
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
    void aMessageThatNoPageSendsIsOneLine(CapturedOutput output) {
        IllegalStateException failure = new IllegalStateException("Node does not have the feature");
        failure.setStackTrace(new StackTraceElement[] {
            call("com.vaadin.flow.internal.StateNode"),
            call("com.vaadin.flow.server.communication.rpc.EventRpcHandler"),
            call("com.vaadin.flow.server.communication.ServerRpcHandler"),
            call("dev.gangway.login.internal.PageOwnerFilter")
        });
        errors.error(new ErrorEvent(failure));

        assertThat(output).contains("input_refused reason=page_message").doesNotContain("A page failed", "StateNode");
    }

    @Test
    void whatFailsInAComponentOrInOursIsToldWhole(CapturedOutput output) {
        for (String failing : List.of("dev.gangway.wizard.ui.StepEditor", "com.vaadin.flow.component.grid.Grid")) {
            IllegalStateException failure = new IllegalStateException("in " + failing);
            failure.setStackTrace(new StackTraceElement[] {
                call(failing),
                call("com.vaadin.flow.internal.StateNode"),
                call("com.vaadin.flow.server.communication.ServerRpcHandler")
            });
            errors.error(new ErrorEvent(failure));

            assertThat(output).contains("A page failed", "in " + failing);
        }
    }

    private static StackTraceElement call(String type) {
        return new StackTraceElement(type, "call", "File.java", 1);
    }

    @Test
    void aDatabaseThatWentAwayIsOne(CapturedOutput output) {
        errors.error(new ErrorEvent(new DataAccessResourceFailureException("away", new EOFException())));

        assertThat(output).contains("A page failed");
    }
}
