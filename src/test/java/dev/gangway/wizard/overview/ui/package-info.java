@NullMarked
package dev.gangway.wizard.overview.ui;

import org.jspecify.annotations.NullMarked;
