/** What runs in the background for training. */
@NullMarked
package dev.gangway.training.job;

import org.jspecify.annotations.NullMarked;
