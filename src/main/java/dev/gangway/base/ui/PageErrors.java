package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.gangway.base.problem.Erased;
import dev.gangway.base.security.SecurityEvent;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells a person when something they did failed unexpectedly; the page with what they typed stays. */
class PageErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private static final String READS_MESSAGES = "com.vaadin.flow.server.communication.ServerRpcHandler";
    private static final String TAKES_MESSAGES = "com.vaadin.flow.server.VaadinService";

    /** What reads a message and looks for what it names. */
    private static final Pattern READING = Pattern.compile(
            "^(java\\.|jdk\\.|tools\\.jackson\\.|org\\.apache\\.catalina\\.|jakarta\\.servlet\\.|org\\.springframework\\.(web|security)\\.|com\\.vaadin\\.flow\\."
                    + "(server\\.communication|internal|router\\.(Location|History)|dom\\.(Element|Node|impl)|server\\.Synchronized))");

    @Override
    public void error(ErrorEvent event) {
        if (isAboutABrowserThatWent(event.getThrowable())) {
            LOG.debug("A browser did not wait for its answer", event.getThrowable());
            return;
        }
        UI ui = UI.getCurrent();
        if (ui != null && isAboutWhatWasErased(event.getThrowable())) {
            // What the page shows is gone, perhaps with the account: loading it again shows what is there, or the
            // log-in.
            ui.getPage().reload();
            return;
        }
        if (isAboutAMessageOfNoPage(event.getThrowable())) {
            SecurityEvent.INPUT_REFUSED.log("reason=page_message");
            LOG.debug("A message is none that a page sends", event.getThrowable());
            return; // There is nobody to tell, and telling would let the page grow with each such message.
        }
        LOG.error("A page failed", event.getThrowable());
        if (ui != null) {
            Toast.error(ui.getTranslation("page.error.stays"));
        }
    }

    /**
     * Whether Vaadin itself could make nothing of a message: it failed before anything of ours or of a component was called.
     * Pages send no such messages, and whoever makes them by hand must not fill the log.
     */
    private static boolean isAboutAMessageOfNoPage(Throwable failure) {
        for (StackTraceElement call : failure.getStackTrace()) {
            if (call.getClassName().equals(READS_MESSAGES)
                    || call.getClassName().equals(TAKES_MESSAGES)) {
                return true;
            }
            if (!READING.matcher(call.getClassName()).find()) {
                return false;
            }
        }
        return false;
    }

    /** Whoever leaves a page while it is still being answered has seen no fault. */
    private static boolean isAboutABrowserThatWent(Throwable failure) {
        return failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    private static boolean isAboutWhatWasErased(Throwable failure) {
        return failure instanceof DataIntegrityViolationException broken && Erased.in(broken) != Erased.NOTHING;
    }
}
