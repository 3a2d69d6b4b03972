package dev.gangway.wizard.definition;

import dev.gangway.base.Message;

/**
 * What is wrong at one place of a definition.
 *
 * @param path the place as a JSON pointer (RFC 6901), empty for the whole
 * @param line the line of the file, from 1
 */
public record DefinitionProblem(String path, int line, Message message) {}
