package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the served OpenAPI document promises; holds answers against it. */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    Contract(String document) {
        this.document = (ObjectNode) JSON.readTree(document);
    }

    JsonNode document() {
        return document;
    }

    /** The answer's status, content type and body are among those that the operation at a path promises. */
    void holds(String method, String path, HttpResponse<String> answer) {
        String call = method + " " + path + " answers " + answer.statusCode() + ": " + answer.body();
        JsonNode promised = Objects.requireNonNull(
                response(method, path, answer.statusCode()), () -> call + ", which is not described");
        @Nullable JsonNode content = promised.get("content");
        if (content == null || content.isEmpty()) {
            assertThat(answer.body()).as(call).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(content.propertyNames()).as(call).contains(type);
        assertThat(mistakes(content.get(type).get("schema"), JSON.readTree(answer.body())))
                .as(call)
                .isEmpty();
        for (Map.Entry<String, JsonNode> header : promisedHeaders(promised)) {
            assertThat(answer.headers().firstValue(header.getKey()))
                    .as("%s of %s", header.getKey(), call)
                    .isPresent();
        }
    }

    /** What a value breaks of a schema; empty when it fits. */
    List<String> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return schemas.getSchema(whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private @Nullable JsonNode response(String method, String path, int status) {
        @Nullable JsonNode item = document.get("paths").get(path);
        @Nullable JsonNode operation = item == null ? null : item.get(method.toLowerCase(Locale.ROOT));
        @Nullable JsonNode found = operation == null ? null : operation.get("responses").get(String.valueOf(status));
        return found == null ? null : resolved(found);
    }

    private Iterable<Map.Entry<String, JsonNode>> promisedHeaders(JsonNode response) {
        @Nullable JsonNode headers = response.get("headers");
        return headers == null ? List.of() : headers.properties();
    }

    /** The node itself, or what its {@code $ref} leads to. */
    JsonNode resolved(JsonNode node) {
        @Nullable JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }
}
