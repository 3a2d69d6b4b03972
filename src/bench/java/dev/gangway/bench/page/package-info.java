/** Pages as the server sees them: a client that speaks their protocol over HTTP, without a browser. */
@NullMarked
package dev.gangway.bench.page;

import org.jspecify.annotations.NullMarked;
