/** The page about background jobs. */
@NullMarked
package dev.gangway.jobs.ui;

import org.jspecify.annotations.NullMarked;
