package dev.gangway.base.operations;

import dev.gangway.base.DemoMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the server where its pages are. */
@Component
class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    private final DemoMode demo;
    private final Environment environment;

    ReadyLine(DemoMode demo, Environment environment) {
        this.demo = demo;
        this.environment = environment;
    }

    @EventListener
    void say(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() != null) {
            return; // the port of the management endpoints, where they have their own
        }
        log.info(
                "Open {}://localhost:{}{}",
                scheme(environment),
                event.getWebServer().getPort(),
                demo.enabled() ? " and log in as user, user2, trainer or admin; the README names the password" : "");
    }

    /** By whatever the server's certificate is named: a key store, files or a bundle. */
    static String scheme(Environment environment) {
        return Binder.get(environment)
                .bind("server.ssl", Ssl.class)
                .map(ssl -> ssl.isEnabled() ? "https" : "http")
                .orElse("http");
    }
}
