/** The page of a wizard, for any wizard: progress, the bar with Next, and forms whose fields are answers. */
@NamedInterface("ui")
@NullMarked
package dev.gangway.wizard.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
