/** How background jobs are read from the table of the job library. */
@NullMarked
package dev.gangway.jobs.internal;

import org.jspecify.annotations.NullMarked;
