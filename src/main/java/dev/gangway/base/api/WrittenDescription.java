package dev.gangway.base.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes operations by the files {@code openapi/*.yaml}. What is served comes from the controllers, what it means from
 * the files: schemas of answers that are made of a person's fields cannot be read off Java types.
 */
@Component
@Order(1)
class WrittenDescription implements OpenApiCustomizer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILES = "classpath:openapi/*.yaml";

    @Override
    public void customise(OpenAPI served) {
        components(served)
                .setSchemas(
                        null); // What was guessed from Java types; ApiDescriptionTest asks for every operation here.
        for (Resource file : files()) {
            OpenAPI written = read(file);
            if (written.getPaths() != null) {
                written.getPaths()
                        .forEach((path, item) -> describe(served.getPaths().get(path), item));
            }
            if (written.getComponents() != null) {
                add(components(served), written.getComponents());
            }
        }
    }

    private static void describe(@Nullable PathItem served, PathItem written) {
        if (served == null) {
            return;
        }
        Map<PathItem.HttpMethod, Operation> operations = served.readOperationsMap();
        written.readOperationsMap().forEach((method, operation) -> {
            Operation known = operations.get(method);
            if (known != null) {
                served.operation(method, operation.tags(known.getTags()).operationId(known.getOperationId()));
            }
        });
    }

    private static Components components(OpenAPI served) {
        if (served.getComponents() == null) {
            served.setComponents(new Components());
        }
        return served.getComponents();
    }

    private static void add(Components to, Components from) {
        if (from.getSchemas() != null) {
            from.getSchemas().forEach(to::addSchemas);
        }
        if (from.getResponses() != null) {
            from.getResponses().forEach(to::addResponses);
        }
        if (from.getParameters() != null) {
            from.getParameters().forEach(to::addParameters);
        }
        if (from.getHeaders() != null) {
            from.getHeaders().forEach(to::addHeaders);
        }
    }

    private static OpenAPI read(Resource file) {
        try (InputStream text = file.getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            // By way of JSON text: a conversion of the tree itself would drop every null of an example.
            return Json31.mapper().readValue(JSON.writeValueAsString(tree), OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<Resource> files() {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources(FILES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
