package dev.gangway.wizard.definition;

import dev.gangway.base.Message;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Finds texts of a definition that the database cannot hold, or that no person can have meant. */
final class Characters {

    private Characters() {}

    /** Every place with such a text; without lines. */
    static List<DefinitionProblem> problems(JsonNode definition) {
        List<DefinitionProblem> problems = new ArrayList<>();
        collect(JsonPointer.empty(), definition, problems);
        return problems;
    }

    private static void collect(JsonPointer place, JsonNode node, List<DefinitionProblem> problems) {
        if (node.isString() && node.stringValue().codePoints().anyMatch(Characters::isUnwanted)) {
            problems.add(new DefinitionProblem(place.toString(), 1, Message.of("field.characters")));
        }
        node.properties()
                .forEach(property -> collect(place.appendProperty(property.getKey()), property.getValue(), problems));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            collect(place.appendIndex(index), node.get(index), problems);
        }
    }

    private static boolean isUnwanted(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean space = character == '\n' || character == '\r' || character == '\t';
        return half || (Character.isISOControl(character) && !space);
    }
}
