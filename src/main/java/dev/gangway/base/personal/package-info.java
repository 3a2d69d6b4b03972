/** What every module says about the people in its tables, so that all of it can be handed out and erased. */
@NullMarked
package dev.gangway.base.personal;

import org.jspecify.annotations.NullMarked;
