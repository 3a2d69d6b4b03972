/** A durable PostgreSQL under the working directory: unpacked, created, started, supervised, taken over and stopped by us. */
@NullMarked
package dev.gangway.database.embedded;

import org.jspecify.annotations.NullMarked;
