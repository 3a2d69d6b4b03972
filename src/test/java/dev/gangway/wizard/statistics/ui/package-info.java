@NullMarked
package dev.gangway.wizard.statistics.ui;

import org.jspecify.annotations.NullMarked;
