package dev.gangway.base.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that makes the tables itself: nothing may look into the database before it. Where such a command runs, the
 * profile {@link #PROFILE} is active.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEmptyDatabase {

    String PROFILE = "empty-database";
}
