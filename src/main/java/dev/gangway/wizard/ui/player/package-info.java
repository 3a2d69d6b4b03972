/** The pages in which people run wizards: gallery, player, their own wizard sessions, templates. */
@NullMarked
package dev.gangway.wizard.ui.player;

import org.jspecify.annotations.NullMarked;
