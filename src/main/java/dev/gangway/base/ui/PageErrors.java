package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.gangway.base.problem.Erased;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Tells a person when something they did failed unexpectedly; the page with what they typed stays. */
class PageErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

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
        LOG.error("A page failed", event.getThrowable());
        if (ui != null) {
            Toast.error(ui.getTranslation("page.error.stays"));
        }
    }

    /** Whoever leaves a page while it is still being answered has seen no fault. */
    private static boolean isAboutABrowserThatWent(Throwable failure) {
        return failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    private static boolean isAboutWhatWasErased(Throwable failure) {
        return failure instanceof DataIntegrityViolationException broken && Erased.in(broken) != Erased.NOTHING;
    }
}
