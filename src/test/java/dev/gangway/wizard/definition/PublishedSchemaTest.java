package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.gangway.wizard.definition.Imported.Read;
import dev.gangway.wizard.definition.Imported.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema that is published and the importer agree about what a definition is. */
class PublishedSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final DefinitionFiles files = new DefinitionFiles();
    private final Schema schema = SCHEMAS.getSchema(files.schema());

    @Test
    void itIsASchemaItself() {
        Schema meta =
                SCHEMAS.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

        assertThat(meta.validate(JSON.readTree(files.schema()))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void whatTheImporterTakesFitsTheSchemaAndWhatTheSchemaRefusesTheImporterRefuses(long seed) {
        RandomWizards wizards = new RandomWizards(seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int count = 0; count < 60; count++) {
            ObjectNode definition = files.json(wizards.next());
            assertThat(schema.validate(definition)).isEmpty();
            assertThat(read(definition)).isInstanceOf(Read.class);

            spoil(definition, random);
            List<Error> errors = schema.validate(definition);
            if (!errors.isEmpty()) {
                refused++;
                assertThat(read(definition)).as("%s: %s", definition, errors).isInstanceOf(Refused.class);
            }
        }
        assertThat(refused).as("spoiled definitions that the schema refuses").isGreaterThan(20);
    }

    /** Every line is a field; the schema refuses it, and so does the importer, at this place. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"key": "a", "type": "single_choice", "label": "A"}                                 | /steps/0/fields/0
            {"key": "a", "type": "number", "label": "A", "options": [{"value": "x", "label": "X"}]} | /steps/0/fields/0/options
            {"key": "a", "type": "number", "label": "A", "pattern": "x"}                        | /steps/0/fields/0/pattern
            {"key": "a", "type": "yes_no", "label": "A", "min": 1}                              | /steps/0/fields/0/min
            {"key": "a", "type": "number", "label": "A", "min": "1"}                            | /steps/0/fields/0/min
            {"key": "a", "type": "rating", "label": "A", "max": -1}                             | /steps/0/fields/0/max
            {"key": "a", "type": "short_text", "label": "A", "max": 2.5}                        | /steps/0/fields/0/max
            {"key": "a", "type": "date", "label": "A", "min": 2026}                             | /steps/0/fields/0/min
            {"key": "a", "type": "date", "label": "A", "min": "21.11.2026"}                     | /steps/0/fields/0/min
            {"key": "a", "type": "time", "label": "A", "max": "10:30:00"}                       | /steps/0/fields/0/max
            {"key": "a", "type": "date_time", "label": "A", "max": "2026-11-21"}                | /steps/0/fields/0/max
            {"key": "a", "type": "yes_no", "label": "A", "default": "yes"}                      | /steps/0/fields/0/default
            {"key": "a", "type": "slider", "label": "A", "default": "7"}                        | /steps/0/fields/0/default
            {"key": "a", "type": "short_text", "label": "A", "default": 7}                      | /steps/0/fields/0/default
            {"key": "a", "type": "short_text", "label": "A", "default": {"a": 1}}               | /steps/0/fields/0/default
            {"key": "a", "type": "multiple_choice", "label": "A", "options": [{"value": "x", "label": "X"}], "default": "x"} | /steps/0/fields/0/default
            {"key": "A", "type": "number", "label": "A"}                                        | /steps/0/fields/0/key
            {"key": "a", "type": "what", "label": "A"}                                          | /steps/0/fields/0/type
            {"key": "a", "type": "number", "label": " "}                                        | /steps/0/fields/0/label
            {"key": "a", "type": "number"}                                                      | /steps/0/fields/0
            {"key": "a", "type": "number", "label": "A", "colour": "red"}                       | /steps/0/fields/0
            {"key": "a", "type": "number", "label": "A", "required": "yes"}                     | /steps/0/fields/0/required
            {"key": "a", "type": "number", "label": "A", "show_if": {"field": "a"}}             | /steps/0/fields/0/show_if
            {"key": "a", "type": "number", "label": "A", "show_if": {"all": []}}                | /steps/0/fields/0/show_if/all
            7                                                                                   | /steps/0/fields/0
            """)
    void bothRefuse(String field, String place) {
        ObjectNode definition = (ObjectNode) JSON.readTree(
                "{\"name\": \"W\", \"steps\": [{\"key\": \"s\", \"title\": \"S\", \"fields\": [" + field + "]}]}");

        assertThat(schema.validate(definition)).isNotEmpty();
        assertThat(((Refused) read(definition)).problems())
                .extracting(DefinitionProblem::path)
                .contains(place);
    }

    private Imported read(ObjectNode definition) {
        return files.read(definition.toString(), Locale.ENGLISH);
    }

    /** Takes out, replaces or adds one thing anywhere. */
    private static void spoil(ObjectNode definition, Random random) {
        List<JsonPointer> places = new ArrayList<>();
        collect(JsonPointer.empty(), definition, places);
        JsonPointer place = places.get(random.nextInt(places.size()));
        JsonNode around = definition.at(place.head());
        JsonNode other = JSON.readTree(
                new String[] {"null", "7", "-1.5", "true", "\"\"", "\"x y\"", "[]", "{}", "[7]"}[random.nextInt(9)]);
        if (around instanceof ObjectNode object) {
            String name = place.last().getMatchingProperty();
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other);
                default -> object.set("x_" + name, other);
            }
        } else if (around instanceof ArrayNode list) {
            list.set(place.last().getMatchingIndex(), other);
        }
    }

    private static void collect(JsonPointer place, JsonNode node, List<JsonPointer> places) {
        if (!place.matches()) {
            places.add(place);
        }
        node.properties()
                .forEach(property -> collect(place.appendProperty(property.getKey()), property.getValue(), places));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(place.appendIndex(index), node.get(index), places);
        }
    }
}
