package dev.gangway.base.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a command that works on what is there: in a folder without a database it makes none, which would be the wrong one. Where
 * such a command runs, the profile {@link #PROFILE} is active.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnExistingDatabase {

    String PROFILE = "existing-database";
}
