package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The served description is complete: every operation of the API, every parameter, every example, every error. */
@GangwayTest
class ApiDescriptionTest {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping controllers;

    private Contract contract = new Contract("{}");

    @BeforeEach
    void theDescription() {
        contract = new Contract(new ApiClient(port).get("/v3/api-docs").body());
    }

    @Test
    void itIsOpenApi31WithTheBearerScheme() {
        assertThat(contract.document().get("openapi").asString()).startsWith("3.1");
        assertThat(contract.document().at("/components/securitySchemes").toString())
                .contains("\"bearer\"");
    }

    @Test
    void everyOperationThatIsServedIsDescribedAndNoOther() {
        TreeSet<String> served = controllers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> described = new TreeSet<>();
        each((name, operation) -> described.add(name));
        assertThat(described).isEqualTo(served).isNotEmpty();
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatItAnswers() {
        each((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("description").asString("")).as(name).isNotBlank();
            assertThat(operation.path("tags").isEmpty()).as(name).isFalse();
            assertThat(operation.get("responses").propertyNames())
                    .as(name)
                    .contains("429", "500", "503")
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    @Test
    void everyParameterIsDescribed() {
        each((name, operation) -> operation.path("parameters").forEach(listed -> {
            JsonNode parameter = contract.resolved(listed);
            assertThat(parameter.path("description").asString(""))
                    .as("%s %s", name, parameter)
                    .isNotBlank();
            assertThat(parameter.has("schema")).as("%s %s", name, parameter).isTrue();
        }));
    }

    @Test
    void everyExampleFitsItsSchema() {
        List<String> mistakes = new ArrayList<>();
        each((name, operation) -> {
            bodies(operation)
                    .forEach((body, content) -> examples(content)
                            .forEach(example -> contract.mistakes(content.get("schema"), example)
                                    .forEach(mistake -> mistakes.add(name + " " + body + " " + mistake))));
        });
        assertThat(mistakes).isEmpty();
    }

    @Test
    void everyBodyHasASchemaAndAnExample() {
        each((name, operation) -> bodies(operation).forEach((body, content) -> {
            assertThat(content.has("schema")).as("%s %s", name, body).isTrue();
            assertThat(examples(content)).as("%s %s", name, body).isNotEmpty();
        }));
    }

    private void each(BiConsumer<String, JsonNode> look) {
        contract.document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> look.accept(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }

    private Map<String, JsonNode> bodies(JsonNode operation) {
        Map<String, JsonNode> bodies = new java.util.TreeMap<>();
        operation.path("requestBody").path("content").forEach(content -> bodies.put("request", content));
        operation
                .get("responses")
                .properties()
                .forEach(response -> contract.resolved(response.getValue())
                        .path("content")
                        .properties()
                        .forEach(
                                content -> bodies.put(response.getKey() + " " + content.getKey(), content.getValue())));
        return bodies;
    }

    private static List<JsonNode> examples(JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples").forEach(example -> examples.add(example.get("value")));
        return examples;
    }
}
