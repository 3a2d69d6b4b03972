/** What the module keeps to itself: SQL, and what is between it and the services. */
@NullMarked
package dev.gangway.training.internal;

import org.jspecify.annotations.NullMarked;
