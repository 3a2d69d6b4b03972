package dev.gangway.base.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * What every page loads: the Aura theme, our one stylesheet over it, and the icon of the browser's tab.
 *
 * <p>Only what the server has to say on its own goes by push. What a person does stays an HTTP request, because that is
 * what passes the security chain: a login session that was ended elsewhere can do nothing more.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "assets/gangway.svg");
        // Asked for with the page instead of once its styles are there, so that no text is drawn twice.
        settings.addLink(
                "assets/fonts/instrument-sans-latin.woff2",
                Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
        settings.addMetaTag("color-scheme", "light dark");
    }
}
