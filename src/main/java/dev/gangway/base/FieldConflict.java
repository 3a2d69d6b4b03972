package dev.gangway.base;

import tools.jackson.databind.JsonNode;

/**
 * A field that was changed here and elsewhere at the same time, for a person to choose.
 *
 * @param field the path of the field in the data, names joined by dots
 * @param yours the value that was sent, as JSON value
 * @param theirs the value that is stored now, as JSON value
 */
public record FieldConflict(String field, JsonNode yours, JsonNode theirs) {}
