/** How changes travel between replicas: by NOTIFY on one connection and LISTEN on another. */
@NullMarked
package dev.gangway.live.internal;

import org.jspecify.annotations.NullMarked;
