/** Errors of the API as RFC 9457 problem details: a plain sentence in the caller's language, never a technical text. */
@NullMarked
package dev.gangway.base.problem;

import org.jspecify.annotations.NullMarked;
