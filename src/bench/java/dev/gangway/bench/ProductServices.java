package dev.gangway.bench;

import dev.gangway.GangwayApplication;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The services of the product without its pages, on the database of a product that is served; its jobs do not run. */
final class ProductServices {

    private ProductServices() {}

    static ConfigurableApplicationContext of(ServedProduct product) {
        return new SpringApplicationBuilder(GangwayApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(
                        context -> context.getBeanFactory().registerSingleton("onlyTheProduct", new OnlyTheProduct()))
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--db-scheduler.enabled=false",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--gangway.database.directory=" + product.databaseDirectory(),
                        "--logging.level.root=WARN");
    }

    /** Leaves out what tests add to the product, since both are on the class path here: they wrap the data source to count statements. */
    private static final class OnlyTheProduct extends TypeExcludeFilter {

        private static final String PRODUCT = GangwayApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory readers) throws IOException {
            return !found.getResource().getURL().toString().startsWith(PRODUCT);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnlyTheProduct;
        }

        @Override
        public int hashCode() {
            return OnlyTheProduct.class.hashCode();
        }
    }
}
