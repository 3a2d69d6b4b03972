package dev.gangway.bench;

import dev.gangway.GangwayApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The services of the product without its pages, on the database of a product that is served; its jobs do not run. */
final class ProductServices {

    private ProductServices() {}

    static ConfigurableApplicationContext of(ServedProduct product) {
        return new SpringApplicationBuilder(GangwayApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--db-scheduler.enabled=false",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--gangway.database.directory=" + product.databaseDirectory(),
                        "--logging.level.root=WARN");
    }
}
