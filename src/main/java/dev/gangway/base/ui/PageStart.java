package dev.gangway.base.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives each page that is opened its language, its appearance and the words for a lost connection. */
@Component
class PageStart implements VaadinServiceInitListener {

    /** A server that is restarted is back within seconds; a laptop may sleep for days. */
    private static final int ENDLESS = Integer.MAX_VALUE;

    private static final int RECONNECT_MILLIS = 2000;

    private final PagePreferences preferences;
    private final PageTexts texts;

    PageStart(PagePreferences preferences, PageTexts texts) {
        this.preferences = preferences;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::markUp);
        event.getSource().addUIInitListener(init -> begin(init.getUI()));
        event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
    }

    /** In the markup itself, so that no page flashes in the wrong colours. */
    private void markUp(IndexHtmlResponse response) {
        var html = response.getDocument().getElementsByTag("html");
        html.attr("lang", preferences.locale(response.getVaadinRequest()).toLanguageTag());
        html.attr(
                "data-appearance",
                preferences.of(response.getVaadinRequest()).appearance().word());
    }

    private void begin(UI ui) {
        ui.setLocale(preferences.locale(com.vaadin.flow.server.VaadinRequest.getCurrent()));
        ReconnectDialogConfiguration reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(ui.getTranslation("page.connection_lost"));
        reconnect.setDialogTextGaveUp(ui.getTranslation("page.connection_gave_up"));
        reconnect.setReconnectAttempts(ENDLESS);
        reconnect.setReconnectInterval(RECONNECT_MILLIS);
        // What the browser's part says of its connection to those who listen, which knows English only.
        ui.getPage()
                .executeJs(
                        "const shown = window.Vaadin && window.Vaadin.connectionIndicator;"
                                + " if (shown) { shown.onlineText = $0; shown.offlineText = $1; shown.reconnectingText = $2; }",
                        ui.getTranslation("page.online"),
                        ui.getTranslation("page.offline"),
                        ui.getTranslation("page.connection_lost"));
        ui.getSession().setErrorHandler(new PageErrors());
    }

    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(texts.getTranslation("page.error.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("page.error.reload", locale));
        messages.setCookiesDisabledCaption(texts.getTranslation("page.cookies.title", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("page.cookies.text", locale));
        return messages;
    }
}
