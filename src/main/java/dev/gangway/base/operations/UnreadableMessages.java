package dev.gangway.base.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.gangway.base.security.SecurityEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Has one line in the log, instead of Vaadin's hundred, for a message of a page that is no JSON: pages send none, and whoever
 * makes them by hand must not fill the log.
 */
@Component
class UnreadableMessages extends TurboFilter implements DisposableBean {

    private static final String READER = "com.vaadin.flow.server.communication.UidlRequestHandler";

    private static final String NO_JSON = "JsonDecodingException";

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();

    UnreadableMessages() {
        logging.addTurboFilter(this);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String text,
            Object @Nullable [] values,
            @Nullable Throwable failure) {
        if (failure != null
                && logger.getName().equals(READER)
                && failure.getClass().getSimpleName().equals(NO_JSON)) {
            SecurityEvent.INPUT_REFUSED.log("reason=page_message");
            return FilterReply.DENY;
        }
        return FilterReply.NEUTRAL;
    }

    @Override
    public void destroy() {
        logging.getTurboFilterList().remove(this);
    }
}
