package dev.gangway.wizard.definition;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Reads definitions from YAML or JSON and writes them again; reading what was written gives the same. */
@Component
public class DefinitionFiles {

    /**
     * More characters than a request may have. The YAML library fails where the end of its buffer falls between the two
     * halves of a character such as an emoji, so its buffer takes everything at once.
     */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_NAME = 200;

    private static final String SCHEMA = "/wizards/wizard.schema.json";

    private final YAMLMapper yaml = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new Quoting())
                    .loadSettings(LoadSettings.builder().setBufferSize(LONGEST).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final String schemaText = resource(SCHEMA);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText);

    /** The JSON Schema of definitions, as it is published. */
    public String schema() {
        return schemaText;
    }

    /** Reads YAML, or JSON, which is YAML too; problems of the shape are worded in the reader's language. */
    public Imported read(String text, Locale language) {
        ObjectMapper mapper = mapper(text);
        JsonNode root;
        List<DefinitionProblem> problems;
        try {
            root = JsonNodes.readTree(mapper, text, LocationJsonNodeFactoryFactory.getInstance());
            problems = new ArrayList<>(Slips.in(mapper, text));
        } catch (JacksonException unreadable) {
            return new Imported.Refused(List.of(unreadable(unreadable)));
        }
        if (!(root instanceof ObjectNode definition)) {
            problems.add(new DefinitionProblem("", 1, Message.of("definition.not_object")));
            return refused(problems);
        }
        List<Error> misshapen = misshapen(definition, language);
        misshapen.forEach(error -> problems.add(
                new DefinitionProblem(error.getInstanceLocation().toString(), line(definition, error), words(error))));
        Set<String> places = misshapen.stream().map(DefinitionFiles::place).collect(Collectors.toSet());
        WizardContent content = ContentReader.read(places.isEmpty() ? definition : StandIns.in(definition, places));
        Stream.concat(
                        new DefinitionRules(content, places).problems().stream(),
                        Characters.problems(definition).stream())
                .map(problem -> new DefinitionProblem(
                        problem.path(), Places.line(definition, problem.path(), null), problem.message()))
                .forEach(problems::add);
        return problems.isEmpty() ? new Imported.Read(content) : refused(problems);
    }

    /** What keeps a definition from being played; the lines are those of its JSON. */
    public List<DefinitionProblem> problems(WizardContent content, Locale language) {
        return read(json.writeValueAsString(json(content)), language) instanceof Imported.Refused(var problems)
                ? problems
                : List.of();
    }

    /** What keeps even an unfinished definition from being stored: a missing or too long name, impossible characters. */
    public List<DefinitionProblem> unstorable(WizardContent content) {
        List<DefinitionProblem> problems = new ArrayList<>();
        if (content.name().isBlank() || content.name().length() > LONGEST_NAME) {
            problems.add(new DefinitionProblem("/name", 1, Message.of("definition.name", LONGEST_NAME)));
        }
        problems.addAll(Characters.problems(json(content)));
        return problems;
    }

    /**
     * Everything that is wrong with a definition that may be half finished, the first thing for each place. There is
     * nothing exactly when reading what is written of it gives it back.
     *
     * @return problems whose field is the place as a JSON pointer
     */
    public List<FieldProblem> faults(WizardContent content, Locale language) {
        ObjectNode written = ContentWriter.write(content);
        Map<String, FieldProblem> first = new LinkedHashMap<>();
        Stream.concat(new DefinitionRules(content, Set.of()).problems().stream(), Characters.problems(written).stream())
                .forEach(problem ->
                        first.putIfAbsent(problem.path(), new FieldProblem(problem.path(), problem.message())));
        misshapen(written, language).forEach(error -> {
            String place = error.getInstanceLocation().toString();
            Message words = isBlank(written.at(place)) ? Message.of("field.required") : words(error);
            first.putIfAbsent(place, new FieldProblem(place, words));
        });
        return List.copyOf(first.values());
    }

    private static boolean isBlank(JsonNode value) {
        return value.isString() && value.stringValue().isBlank();
    }

    /** The definition as YAML. */
    public String yaml(WizardContent content) {
        return yaml.writeValueAsString(ContentWriter.write(content));
    }

    /** The definition as JSON. */
    public ObjectNode json(WizardContent content) {
        return ContentWriter.write(content);
    }

    /** A definition that was written by {@link #json}, without checks. */
    public WizardContent stored(JsonNode definition) {
        return ContentReader.read(definition);
    }

    /** What a type of field may have the schema says too, for editors; the rules say it in better words. */
    private List<Error> misshapen(ObjectNode definition, Locale language) {
        return schema
                .validate(definition, context -> context.executionConfig(config -> config.locale(language)))
                .stream()
                .filter(error -> !error.getEvaluationPath().toString().contains("/allOf/"))
                .toList();
    }

    /** Where the error is; of a property that is missing or too much, its own place. */
    private static String place(Error error) {
        String around = error.getInstanceLocation().toString();
        return error.getProperty() == null
                ? around
                : JsonPointer.compile(around)
                        .appendProperty(error.getProperty())
                        .toString();
    }

    private static int line(JsonNode definition, Error error) {
        return Places.line(definition, error.getInstanceLocation().toString(), error.getProperty());
    }

    /** How a condition is made up takes several keywords of the schema and one sentence. */
    private static Message words(Error error) {
        return error.getEvaluationPath().toString().matches(".*/(show_if|require_if|all|any)/.*/(then|else)/.*")
                ? Message.of("definition.condition")
                : Message.of("definition.shape", error.getMessage());
    }

    private ObjectMapper mapper(String text) {
        return text.stripLeading().startsWith("{") ? json : yaml;
    }

    private static Imported refused(List<DefinitionProblem> problems) {
        return new Imported.Refused(problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt(DefinitionProblem::line).thenComparing(DefinitionProblem::path))
                .toList());
    }

    private static DefinitionProblem unreadable(JacksonException unreadable) {
        int line = unreadable.getLocation() == null
                ? 1
                : Math.max(1, unreadable.getLocation().getLineNr());
        if (unreadable instanceof StreamConstraintsException) {
            return new DefinitionProblem("", line, Message.of("definition.limits"));
        }
        if (unreadable.getCause() instanceof MarkedYamlEngineException yaml
                && yaml.getProblem() != null
                && yaml.getProblemMark().isPresent()) {
            // Where it went wrong and why, instead of where what went wrong began.
            int place = yaml.getProblemMark().get().getLine() + 1;
            return new DefinitionProblem("", place, Message.of("definition.unreadable", yaml.getProblem()));
        }
        String reason = Objects.requireNonNullElse(unreadable.getOriginalMessage(), "");
        return new DefinitionProblem("", line, Message.of("definition.unreadable", sentence(reason)));
    }

    /** What the library says to authors; it goes on with names of its own classes. */
    private static String sentence(String reason) {
        return reason.lines().findFirst().orElse("").replaceFirst(":? *\\((?:java|tools)\\..*", "");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DefinitionFiles.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Texts that YAML could take for something else are quoted: 1e3, 10:30, no. */
    private static final class Quoting extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.isEmpty() || !Character.isLetter(value.codePointAt(0));
        }
    }
}
