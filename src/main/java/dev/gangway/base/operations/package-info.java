/** What operators see: ids of requests and accounts in the log, and plain words for a wrong configuration. */
@NullMarked
package dev.gangway.base.operations;

import org.jspecify.annotations.NullMarked;
