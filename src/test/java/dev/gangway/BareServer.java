package dev.gangway;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** A web server with a few beans of the application, for what they have to have done before it listens. */
public final class BareServer {

    private BareServer() {}

    /**
     * What there is to see at the moment in which it begins to listen.
     *
     * @param beans adds those that it is about
     * @param settings such as {@code gangway.demo=false}
     */
    public static <T> @Nullable T seenAsItOpens(
            Consumer<AnnotationConfigServletWebServerApplicationContext> beans, Supplier<T> look, String... settings) {
        AtomicReference<@Nullable T> seen = new AtomicReference<>();
        try (var server = new AnnotationConfigServletWebServerApplicationContext()) {
            TestPropertyValues.of(settings).applyTo(server);
            server.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(0));
            beans.accept(server);
            server.addApplicationListener(
                    (ApplicationListener<WebServerInitializedEvent>) open -> seen.set(look.get()));
            server.refresh();
        }
        return seen.get();
    }
}
