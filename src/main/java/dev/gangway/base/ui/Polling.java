package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Has the browser ask again and again as long as something is under way on a page; one at a time for each page.
 */
public final class Polling {

    private static final int NEVER = -1;

    private final Component owner;
    private final Duration interval;
    private final Runnable action;
    private @Nullable Registration asking;

    /**
     * @param owner what it is for: asking ends when it leaves the page
     * @param interval time between two askings
     * @param action what is done at each
     */
    public Polling(Component owner, Duration interval, Runnable action) {
        this.owner = owner;
        this.interval = interval;
        this.action = action;
        owner.addDetachListener(detached -> stop(detached.getUI()));
    }

    /** Begins asking, unless it does already. */
    public void start() {
        UI ui = owner.getUI().orElseGet(UI::getCurrent);
        if (asking == null) {
            asking = ui.addPollListener(poll -> action.run());
            ui.setPollInterval((int) interval.toMillis());
        }
    }

    /** Ends it. */
    public void stop() {
        stop(owner.getUI().orElseGet(UI::getCurrent));
    }

    private void stop(UI ui) {
        if (asking != null) {
            asking.remove();
            asking = null;
            ui.setPollInterval(NEVER);
        }
    }
}
