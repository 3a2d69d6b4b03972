/** What is stored twice on purpose, and what there is to know about it so that both can be made to agree. */
@NullMarked
package dev.gangway.base.copy;

import org.jspecify.annotations.NullMarked;
