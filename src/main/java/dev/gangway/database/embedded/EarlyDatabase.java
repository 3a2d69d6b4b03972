package dev.gangway.database.embedded;

import dev.gangway.database.DatabaseProperties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.web.context.ConfigurableWebApplicationContext;

/**
 * Brings up the embedded database of a server while Spring still looks for its beans: the programs have to be unpacked once, and
 * PostgreSQL takes its time, neither of which needs anything of the application.
 */
class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String EMBEDDED = "gangway.database.embedded";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (context instanceof ConfigurableWebApplicationContext
                && Binder.get(environment).bind(EMBEDDED, Boolean.class).orElse(false)
                && context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
            Starting starting = new Starting(environment);
            beans.registerSingleton("startingDatabase", starting);
            beans.registerDisposableBean("startingDatabase", starting);
        }
    }

    /** A database on its way. It is ended here where the application fails before it was asked for. */
    static final class Starting implements DisposableBean {

        private final CompletableFuture<EmbeddedDatabase> database = new CompletableFuture<>();
        private boolean handedOver;

        private Starting(ConfigurableEnvironment environment) {
            Thread.ofPlatform().name("database").start(() -> {
                try {
                    database.complete(start(environment));
                } catch (RuntimeException | Error e) {
                    database.completeExceptionally(e);
                }
            });
        }

        private static EmbeddedDatabase start(ConfigurableEnvironment environment) {
            DatabaseProperties properties =
                    Binder.get(environment).bindOrCreate("gangway.database", DatabaseProperties.class);
            return EmbeddedDatabase.forServer(Home.at(properties.directory()), properties.durable());
        }

        /**
         * The database, once it runs.
         *
         * @throws EmbeddedDatabaseException where it cannot be brought to answer; the message says why
         */
        EmbeddedDatabase get() {
            try {
                EmbeddedDatabase running = database.join();
                handedOver = true;
                return running;
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }

        @Override
        public void destroy() {
            if (!handedOver) {
                database.thenAccept(EmbeddedDatabase::destroy)
                        .exceptionally(failure -> null)
                        .join();
            }
        }
    }
}
