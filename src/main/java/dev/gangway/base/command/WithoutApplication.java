package dev.gangway.base.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command that needs neither Spring nor a database; it has a constructor without parameters. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithoutApplication {}
