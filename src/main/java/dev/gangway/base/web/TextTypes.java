package dev.gangway.base.web;

import java.util.Map;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Has files of text say by which characters they are to be read, so that no browser guesses. */
@Component
class TextTypes implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.addMimeMappings(new MimeMappings(Map.of(
                "css", "text/css;charset=utf-8",
                "html", "text/html;charset=utf-8",
                "js", "text/javascript;charset=utf-8",
                "txt", "text/plain;charset=utf-8")));
    }
}
