@NullMarked
package dev.gangway.wizard.overview;

import org.jspecify.annotations.NullMarked;
