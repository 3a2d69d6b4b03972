@NullMarked
package dev.gangway.wizard.statistics;

import org.jspecify.annotations.NullMarked;
