/** Who is calling, and what their roles allow. */
@NullMarked
package dev.gangway.base.security;

import org.jspecify.annotations.NullMarked;
