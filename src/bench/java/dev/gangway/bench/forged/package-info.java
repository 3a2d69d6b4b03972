/** Messages that no page of ours sends, and what must not come of them. */
@NullMarked
package dev.gangway.bench.forged;

import org.jspecify.annotations.NullMarked;
