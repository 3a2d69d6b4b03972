package dev.gangway.base.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;

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
    }
}
