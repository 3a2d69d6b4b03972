package dev.gangway.training;

import dev.gangway.base.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A student as a booking names them.
 *
 * @param id the account; one that is not there yet is made
 * @param name what trainers call them, at most 255 characters
 * @param email at most 320 characters
 */
public record BookedStudent(
        UserId id, @Nullable String name, @Nullable String email) {}
