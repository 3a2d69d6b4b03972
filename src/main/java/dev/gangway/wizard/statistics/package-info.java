/** What the wizard sessions of everybody come to: how many start, finish and stop, how long they take, and where. */
@NullMarked
package dev.gangway.wizard.statistics;

import org.jspecify.annotations.NullMarked;
