package dev.gangway.onboarding.imports;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingStep;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a predecessor's file and checks it by the rules of the steps. */
@Component
class ProgressFileParser {

    private final JsonMapper json;
    private final StepParser steps;
    private final Times times;

    ProgressFileParser(JsonMapper json, StepParser steps, Clock clock) {
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        this.steps = steps;
        this.times = new Times(clock);
    }

    /**
     * What the file says.
     *
     * @throws BadFile when it cannot be taken over, with everything that is wrong with the first bad step
     */
    ProgressFile parse(byte[] content) throws BadFile {
        ObjectNode root = object(content);
        UserId userId = userId(root.get("user_id"));
        checkCurrentStep(root.get("current_step"));
        Map<OnboardingStep, ObjectNode> given = given(root.get("steps"));
        Instant started = times.read("started_at", root.get("started_at"));
        Map<OnboardingStep, ProgressFile.Left> left = left(given, started);
        Instant earliest = left.values().stream()
                .map(ProgressFile.Left::at)
                .min(Instant::compareTo)
                .orElse(started);
        if (earliest == null) {
            throw new BadFile("started_at is missing");
        }
        return new ProgressFile(userId, started == null || earliest.isBefore(started) ? earliest : started, left);
    }

    private ObjectNode object(byte[] content) throws BadFile {
        try {
            if (json.readTree(content) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // Its message quotes the file, and so perhaps a key.
            var place = e.getLocation();
            throw new BadFile(
                    place == null
                            ? "is not JSON"
                            : "is not JSON (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")");
        }
        throw new BadFile("is not a JSON object");
    }

    private static UserId userId(@Nullable JsonNode value) throws BadFile {
        if (value == null || !(value.isString() || value.isIntegralNumber())) {
            throw new BadFile("user_id is missing, or neither text nor a whole number");
        }
        String id =
                value.isString() ? value.stringValue() : value.bigIntegerValue().toString();
        if (id.isBlank()
                || id.length() > UserId.MAX_LENGTH
                || id.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new BadFile("user_id must have 1 to " + UserId.MAX_LENGTH + " characters and no control characters");
        }
        return new UserId(id);
    }

    private static void checkCurrentStep(@Nullable JsonNode value) throws BadFile {
        // It follows from the steps; only one that does not exist says that the file is not what it seems.
        if (value != null && !value.isNull()) {
            number("current_step", value);
        }
    }

    private static OnboardingStep number(String field, @Nullable JsonNode value) throws BadFile {
        return Arrays.stream(OnboardingStep.values())
                .filter(step -> value != null && value.isIntegralNumber() && value.canConvertToInt())
                .filter(step -> value != null && step.number() == value.intValue())
                .findFirst()
                .orElseThrow(() -> new BadFile(
                        field + " is not a step: it must be a number from 1 to " + OnboardingStep.values().length));
    }

    private static Map<OnboardingStep, ObjectNode> given(@Nullable JsonNode list) throws BadFile {
        Map<OnboardingStep, ObjectNode> given = new EnumMap<>(OnboardingStep.class);
        if (list == null || list.isNull()) {
            return given;
        }
        if (!list.isArray()) {
            throw new BadFile("steps is not a list");
        }
        for (JsonNode item : list) {
            if (!(item instanceof ObjectNode step)) {
                throw new BadFile("steps has an entry that is not an object");
            }
            OnboardingStep which = number("step_number", step.get("step_number"));
            if (given.put(which, step) != null) {
                throw new BadFile("step " + which.number() + " is there twice");
            }
        }
        return given;
    }

    private Map<OnboardingStep, ProgressFile.Left> left(
            Map<OnboardingStep, ObjectNode> given, @Nullable Instant started) throws BadFile {
        Map<OnboardingStep, ProgressFile.Left> left = new LinkedHashMap<>();
        OnboardingStep gap = null;
        for (OnboardingStep step : OnboardingStep.values()) {
            ObjectNode entry = given.get(step);
            ProgressFile.Left became = entry == null ? null : steps.parse(step, entry, times, started);
            if (became == null) {
                gap = gap == null ? step : gap;
            } else if (gap != null) {
                throw new BadFile("step " + step.number() + " is done, but step " + gap.number() + " before it is not");
            } else {
                left.put(step, became);
            }
        }
        return left;
    }
}
