@NullMarked
package dev.gangway.live.internal;

import org.jspecify.annotations.NullMarked;
