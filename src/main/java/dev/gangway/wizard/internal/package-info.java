/** How wizard sessions and drafts are stored. */
@NullMarked
package dev.gangway.wizard.internal;

import org.jspecify.annotations.NullMarked;
