package dev.gangway.wizard.definition;

import dev.gangway.base.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Finds in a text what the values read from it show no more: names written twice, aliases, and what follows the end. */
final class Slips {

    private final JsonParser parser;
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private final List<DefinitionProblem> found = new ArrayList<>();

    private Slips(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * All of them, in the order of the text.
     *
     * @throws tools.jackson.core.JacksonException where the text is neither YAML nor JSON
     */
    static List<DefinitionProblem> in(ObjectMapper mapper, String text) {
        try (JsonParser parser = mapper.createParser(text)) {
            Slips slips = new Slips(parser);
            slips.look();
            return slips.found;
        }
    }

    private void look() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> names.push(new HashSet<>());
                case END_OBJECT -> names.pop();
                case PROPERTY_NAME -> {
                    if (!names.element().add(parser.currentName())) {
                        problem("definition.twice", parser.currentName());
                    }
                }
                default -> {
                    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                        problem("definition.alias", parser.getString());
                    }
                }
            }
            boolean isOver = parser.streamReadContext().inRoot() && !token.isStructStart();
            if (isOver && parser.nextToken() != null) {
                found.add(new DefinitionProblem("", line(), Message.of("definition.more")));
                return;
            }
        }
    }

    private void problem(String key, String argument) {
        String place = parser.streamReadContext().pathAsPointer().toString();
        found.add(new DefinitionProblem(place, line(), Message.of(key, argument)));
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
