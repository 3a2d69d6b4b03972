/** The REST interface of wizards, wizard sessions and templates. */
@NullMarked
package dev.gangway.wizard.api;

import org.jspecify.annotations.NullMarked;
