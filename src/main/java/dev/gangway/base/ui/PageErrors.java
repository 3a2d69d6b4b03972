package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a person when something they did failed unexpectedly; the page with what they typed stays. */
class PageErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @Override
    public void error(ErrorEvent event) {
        LOG.error("A page failed", event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Toast.error(ui.getTranslation("page.error.stays"));
        }
    }
}
