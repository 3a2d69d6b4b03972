/** What every page stands on: the shell with its menu, languages and appearance, and the components that pages share. */
@NullMarked
package dev.gangway.base.ui;

import org.jspecify.annotations.NullMarked;
