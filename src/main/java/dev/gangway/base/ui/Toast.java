package dev.gangway.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A short note over the page that goes by itself; announced by screen readers. */
public final class Toast {

    private static final Duration SHOWN = Duration.ofSeconds(6);

    private Toast() {}

    /** Says that something went well. */
    public static void success(String text) {
        show(text, NotificationVariant.LUMO_SUCCESS);
    }

    /** Says that something went wrong. */
    public static void error(String text) {
        show(text, NotificationVariant.LUMO_ERROR);
    }

    private static void show(String text, NotificationVariant variant) {
        Notification note = new Notification(text, (int) SHOWN.toMillis(), Notification.Position.BOTTOM_CENTER);
        note.addThemeVariants(variant);
        note.open();
        Shown.on(UI.getCurrent()).add(note);
    }

    /**
     * The notes that are over a page. It is the browser that says when one has gone, and one that never does must not have
     * the page grow without end.
     */
    private static final class Shown {

        private static final int MOST = 5;

        private final Deque<Notification> notes = new ArrayDeque<>();

        static Shown on(UI ui) {
            Shown known = ComponentUtil.getData(ui, Shown.class);
            Shown shown = known == null ? new Shown() : known;
            ComponentUtil.setData(ui, Shown.class, shown);
            return shown;
        }

        void add(Notification note) {
            // Whether a note is open is said by the browser, which may say anything; whether it is there is not.
            notes.removeIf(other -> other.getElement().getParent() == null);
            notes.add(note);
            if (notes.size() > MOST) {
                notes.removeFirst().getElement().removeFromParent();
            }
        }
    }
}
