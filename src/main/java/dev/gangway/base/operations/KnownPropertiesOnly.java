package dev.gangway.base.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * Stops the start where something is set below {@code gangway.} that none of our records of configuration properties has:
 * whoever sets {@code GANGWAY_TRANSPORT_TLS} believes that TLS is required now.
 */
@Component
class KnownPropertiesOnly implements BeanFactoryPostProcessor {

    private static final String OURS = "dev.gangway.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> known = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> Objects.toString(beans.getBeanDefinition(name).getBeanClassName(), "")
                        .startsWith(OURS))
                .map(name -> beans.getType(name, false))
                .filter(type -> type != null && type.isRecord())
                .flatMap(KnownPropertiesOnly::properties)
                .toList();
        // By its name: asked for by its type, it would have beans made that are not due yet.
        ConfigurableEnvironment environment =
                beans.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, ConfigurableEnvironment.class);
        List<String> unknown = new UnknownProperties(known).in(environment);
        if (!unknown.isEmpty()) {
            throw new RefusedConfiguration(unknown);
        }
    }

    private static Stream<String> properties(Class<?> type) {
        ConfigurationProperties configured = type.getAnnotation(ConfigurationProperties.class);
        return configured == null
                ? Stream.of()
                : Arrays.stream(type.getRecordComponents())
                        .map(component ->
                                configured.value() + "." + DataObjectPropertyName.toDashedForm(component.getName()));
    }
}
