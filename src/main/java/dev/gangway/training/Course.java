package dev.gangway.training;

/**
 * Something that is taught.
 *
 * @param id chosen by whoever made it, 1 to 255 characters
 * @param name what people call it
 */
public record Course(String id, String name) {}
