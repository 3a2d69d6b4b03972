/** How JSON is read and written: snake_case names, ISO 8601 in UTC, and nothing guessed from values of the wrong type. */
@NullMarked
package dev.gangway.base.json;

import org.jspecify.annotations.NullMarked;
