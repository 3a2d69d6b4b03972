package dev.gangway.base.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds to every operation the problems that any of its kind may answer with, so that no file has to repeat them. */
@Component
@Order(2)
class CommonAnswers implements OpenApiCustomizer {

    private static final Map<String, String> EVERYWHERE =
            Map.of("429", "TooManyRequests", "500", "Internal", "503", "Unavailable");

    private static final Map<String, String> LOGGED_IN = Map.of("401", "NotLoggedIn", "403", "Forbidden");

    private static final Map<String, String> WITH_BODY =
            Map.of("400", "BadRequest", "413", "TooLarge", "415", "UnsupportedMediaType", "422", "Invalid");

    /** The key is too long; it is used for something else, or by a request that still runs. */
    private static final Map<String, String> REPEATABLE =
            Map.of("400", "BadRequest", "409", "WrongState", "422", "Invalid");

    @Override
    public void customise(OpenAPI served) {
        served.getPaths().values().forEach(path -> path.readOperations().forEach(CommonAnswers::complete));
    }

    private static void complete(Operation operation) {
        Map<String, String> answers = new LinkedHashMap<>(EVERYWHERE);
        if (operation.getSecurity() == null || !operation.getSecurity().isEmpty()) {
            answers.putAll(LOGGED_IN);
        }
        if (operation.getRequestBody() != null) {
            answers.putAll(WITH_BODY);
        }
        if (isRepeatable(operation)) {
            answers.putAll(REPEATABLE);
        }
        ApiResponses responses = operation.getResponses();
        answers.forEach((status, name) -> {
            if (!responses.containsKey(status)) {
                responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name));
            }
        });
    }

    private static boolean isRepeatable(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(
                                parameter -> String.valueOf(parameter.get$ref()).endsWith("/IdempotencyKey"));
    }
}
