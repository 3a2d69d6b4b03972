/** The pages as a real browser shows them: whole walks, accessibility, several tabs. */
@NullMarked
package dev.gangway.browser;

import org.jspecify.annotations.NullMarked;
