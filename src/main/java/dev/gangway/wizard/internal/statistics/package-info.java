/** Reads and writes the figures of wizard sessions; which they are is said by the database (V23). */
@NullMarked
package dev.gangway.wizard.internal.statistics;

import org.jspecify.annotations.NullMarked;
