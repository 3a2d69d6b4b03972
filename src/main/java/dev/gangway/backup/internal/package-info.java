/** What is in a backup, and the statements that read and write it. */
@NullMarked
package dev.gangway.backup.internal;

import org.jspecify.annotations.NullMarked;
