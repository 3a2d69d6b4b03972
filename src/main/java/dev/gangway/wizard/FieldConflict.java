package dev.gangway.wizard;

import tools.jackson.databind.JsonNode;

/**
 * A field that was changed in two places to different values, for the person to choose.
 *
 * @param field the field's path
 * @param yours what this writer wanted
 * @param theirs what was stored meanwhile
 */
public record FieldConflict(String field, JsonNode yours, JsonNode theirs) {}
