/** The pages where administrators list, make, import, publish and archive wizards. */
@NullMarked
package dev.gangway.wizard.ui.builder;

import org.jspecify.annotations.NullMarked;
