/** How an open page follows what changes. */
@NamedInterface("ui")
@NullMarked
package dev.gangway.live.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
